using Bawaba.Contracts;

namespace Bawaba.Center.Alerts;

/// <summary>The further pictures of an alert on the wire: crops the best first, the clip in order. A number is the place in its list.</summary>
internal sealed record FramesBody(IReadOnlyList<DateTimeOffset> Crops, IReadOnlyList<DateTimeOffset> Clip)
{
    internal static FramesBody Of(IReadOnlyList<AlertFrame> frames) => new(
        [.. frames.Where(f => f.Kind == FrameKind.Crop).Select(f => f.CapturedAt)], [.. frames.Where(f => f.Kind == FrameKind.Clip).Select(f => f.CapturedAt)]);
}
