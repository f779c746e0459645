using Bawaba.Center.Operators;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Console.Frame;

/// <summary>From what a desk answered to the page that says so.</summary>
internal static class DeskAnswer
{
    internal static IResult ToPage<T>(this Reading<T> reading, Screen screen, Func<T, IResult> show) => reading switch
    {
        Reading<T>.Granted granted => show(granted.Value),
        // A session that ended between the cookie and the desk reads the same; signing in again tells which it was.
        Reading<T>.NotAllowed => Page.Notice(screen, NoticeKind.NotAllowed),
        Reading<T>.NotFound => Page.Notice(screen, NoticeKind.NotFound),
        Reading<T>.AuditUnavailable => Page.Notice(screen, NoticeKind.AuditUnavailable),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Whether a form is shown, where no desk's verb comes before it; a refusal is in the log.</summary>
    internal static Task<bool> MayAsync(this HttpContext context, Actor actor, Permission permission) =>
        context.RequestServices.GetRequiredService<FormDesk>().MayAsync(actor, permission, context.RequestAborted);

    /// <summary>What was granted; nothing where the role does not allow it. For a part of a page.</summary>
    internal static T? OrNothing<T>(this Reading<T> reading)
        where T : class => (reading as Reading<T>.Granted)?.Value;
}
