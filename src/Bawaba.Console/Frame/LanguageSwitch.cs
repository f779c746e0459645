using Bawaba.Pages.Forms;
using Bawaba.Pages.Language;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Console.Frame;

/// <summary>The switch in the header: takes the other language and comes back to the page.</summary>
internal static class LanguageSwitch
{
    internal static void MapLanguage(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/language", async (HttpContext context) =>
        {
            var form = await PostedForm.ReadAsync(context);
            LanguageCookie.Append(context, ScreenLanguage.Of(form["language"]));
            return Results.LocalRedirect(LocalPath.Or(form["return"], "/"));
        }).AllowAnonymous();
}
