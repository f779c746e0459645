using Bawaba.Center.Alerts;
using Bawaba.Center.Incidents;

namespace Bawaba.Console.Alerts;

/// <summary>How long the room's steps took over a while.</summary>
public sealed record TimesView
{
    public required TimesSpan Span { get; init; }

    public required AlertTimes Times { get; init; }

    public required DispatchTimes Dispatch { get; init; }
}
