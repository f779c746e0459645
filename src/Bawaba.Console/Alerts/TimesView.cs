using Bawaba.Center.Alerts;

namespace Bawaba.Console.Alerts;

/// <summary>How long the room's steps took over a while.</summary>
public sealed record TimesView
{
    public required TimesSpan Span { get; init; }

    public required AlertTimes Times { get; init; }
}
