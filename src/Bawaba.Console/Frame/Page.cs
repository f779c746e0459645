using Microsoft.AspNetCore.Http;

namespace Bawaba.Console.Frame;

/// <summary>The one way a page is answered with.</summary>
internal static class Page
{
    internal static PageResult Show<TPage, TView>(Screen screen, TView view, int status = StatusCodes.Status200OK)
        where TPage : ScreenPage<TView>
        where TView : notnull => new(screen, typeof(TPage), view, status);

    internal static PageResult Notice(Screen screen, NoticeKind kind) => Show<NoticePage, NoticeView>(screen, new(kind), kind switch
    {
        NoticeKind.NotAllowed => StatusCodes.Status403Forbidden,
        NoticeKind.NotFound => StatusCodes.Status404NotFound,
        NoticeKind.Stale => StatusCodes.Status409Conflict,
        NoticeKind.AuditUnavailable => StatusCodes.Status503ServiceUnavailable,
        NoticeKind.NoTask => StatusCodes.Status200OK,
        NoticeKind.Failed => StatusCodes.Status500InternalServerError,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    });

    /// <summary>To the sign-in page, and back here afterwards.</summary>
    internal static IResult SignIn(Screen screen) =>
        Results.LocalRedirect(screen.Path == "/" ? "/sign-in" : $"/sign-in?returnTo={Uri.EscapeDataString(screen.Path)}");
}
