using Bawaba.Contracts;

namespace Bawaba.Gate.Commissioning;

/// <summary>How a camera does now, for who aims it. No text of a plate is in it.</summary>
internal sealed record CameraSight
{
    public required CameraReport Report { get; init; }

    /// <summary>Of the stream; zero before the first picture.</summary>
    public required (int WidthPx, int HeightPx) Size { get; init; }

    /// <summary>Plates seen in the last minute.</summary>
    public required int Plates { get; init; }

    /// <summary>Of these, with a text that could be read.</summary>
    public required int Legible { get; init; }

    /// <summary>Width of a plate that is near, pixels: four in five of those sights are smaller. Null without one.</summary>
    public required double? WidthPx { get; init; }

    /// <summary>Median blur of those plates, sigma in pixels; null where it cannot be told.</summary>
    public required double? BlurPx { get; init; }

    /// <summary>Median brightness of their ground, 0 to 255; null without one.</summary>
    public required double? Bright { get; init; }

    /// <summary>Median of how far they are seen from the side, 0 to 1: 1 is straight.</summary>
    public required double? Squareness { get; init; }

    /// <summary>The check that runs or ran last; null before any.</summary>
    public required CheckResult? Check { get; init; }
}

/// <summary>What a check has counted so far.</summary>
internal sealed record CheckResult
{
    public required DateTimeOffset BeganAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public required bool IsRunning { get; init; }

    /// <summary>Passages whose plate was read.</summary>
    public required int Read { get; init; }

    /// <summary>Passages with a plate that could not be read.</summary>
    public required int Unreadable { get; init; }

    public required int WithoutPlate { get; init; }

    /// <summary>Width of a plate that is near, of those seen while it ran, pixels.</summary>
    public required double? WidthPx { get; init; }

    public required long DroppedFrames { get; init; }

    internal int Passages => Read + Unreadable + WithoutPlate;
}
