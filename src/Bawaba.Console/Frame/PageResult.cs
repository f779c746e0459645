// Renders a page to HTML and sends it. Every endpoint of the screens answers through Page.Show.
// Promises: the page is whole before its first byte leaves, so an error in it becomes an error page.
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bawaba.Console.Frame;

internal sealed class PageResult(Screen screen, Type page, object view, int status) : IResult, IStatusCodeHttpResult
{
    internal Screen Screen => screen;

    internal Type Page => page;

    public int? StatusCode => status;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var html = await RenderAsync(httpContext.RequestServices);
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        httpContext.Response.Headers.ContentLanguage = screen.Language.Tag;
        await httpContext.Response.WriteAsync(html, Encoding.UTF8, httpContext.RequestAborted);
    }

    internal async Task<string> RenderAsync(IServiceProvider services)
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(ScreenRoot.Screen)] = screen,
                [nameof(ScreenRoot.Page)] = page,
                [nameof(ScreenRoot.View)] = view,
            });
            var root = await renderer.RenderComponentAsync<ScreenRoot>(parameters);
            return root.ToHtmlString();
        });
    }
}
