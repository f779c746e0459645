using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Pages.Language;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Bawaba.Console.Frame;

/// <summary>Makes the <see cref="Screen"/> of a request.</summary>
internal sealed class ScreenFactory(GateRegistry registry, TimeProvider time, IOptions<ConsoleOptions> options)
{
    internal Screen Begin(HttpContext context) => Of(context, Actor.From(context.User));

    private Screen Of(HttpContext context, Actor? actor) => new()
    {
        Language = LanguageCookie.Read(context),
        Actor = actor,
        Now = time.GetUtcNow(),
        // After a refused form the way back is a page that can be asked for.
        Path = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : context.Request.Path,
        Demo = options.Value.Demo,
        City = registry.City,
        Gates = actor is null ? [] : [.. registry.Within(actor.Scope)],
    };
}
