// Renders a page of the gate, or a fragment its module asks for, to HTML and sends it whole.
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bawaba.GateConsole.Frame;

internal sealed class GatePageResult(GateScreen screen, Type page, object view, int status = StatusCodes.Status200OK) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var html = await RenderAsync(httpContext.RequestServices).ConfigureAwait(false);
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        httpContext.Response.Headers.ContentLanguage = screen.Language.Tag;
        await httpContext.Response.WriteAsync(html, Encoding.UTF8, httpContext.RequestAborted).ConfigureAwait(false);
    }

    internal async Task<string> RenderAsync(IServiceProvider services)
    {
        var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        await using (renderer.ConfigureAwait(false))
        {
            return await renderer.Dispatcher.InvokeAsync(async () =>
            {
                var root = await renderer.RenderComponentAsync<GateRoot>(ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    [nameof(GateRoot.Screen)] = screen,
                    [nameof(GateRoot.Page)] = page,
                    [nameof(GateRoot.View)] = view,
                })).ConfigureAwait(true);
                return root.ToHtmlString();
            }).ConfigureAwait(false);
        }
    }
}
