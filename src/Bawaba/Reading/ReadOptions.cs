using Bawaba.Up;

namespace Bawaba.Reading;

/// <summary>What `bawaba read` was asked.</summary>
internal sealed record ReadOptions
{
    public required IReadOnlyList<string> Sources { get; init; }

    public bool Json { get; init; }

    public double MaxFramesPerSecond { get; init; }

    public bool Lab { get; init; }

    public string? CropsFolder { get; init; }

    /// <summary>Where a page goes that says how each photo was read.</summary>
    public string? ExplainPath { get; init; }

    public TimeSpan? StreamDuration { get; init; }

    public required string DataFolder { get; init; }

    public required string ModelsFolder { get; init; }

    /// <summary>Why the request is against the rules; null when it may run. Live streams and stored crops are for a lab, never for a gate.</summary>
    internal string? WhyRefused()
    {
        var needsLab = CropsFolder is not null || ExplainPath is not null || Sources.Any(IsAddress);
        if (Sources.FirstOrDefault(s => IsAddress(s) && !s.StartsWith("rtsp://", StringComparison.OrdinalIgnoreCase)) is { } wrong)
            return $"'{wrong[..wrong.IndexOf("://", StringComparison.Ordinal)]}://' is not read; only rtsp:// (with --lab), photos and video files";
        if (Sources.Any(s => IsAddress(s) && Uri.TryCreate(s, UriKind.Absolute, out var uri) && uri.UserInfo.Length > 0))
            return "user and password do not belong on a command line, where every process can read them; read a camera that asks for none";
        if (needsLab && !Lab)
            return "rtsp://, --crops and --explain need --lab: they show or keep plates outside a mandate, for tests with consenting vehicles only";
        if (needsLab && EnrolmentMark.Find(DataFolder) is { } mark)
            return $"this machine is enrolled as a gate ({mark}); --lab is refused here";
        return null;
    }

    private static bool IsAddress(string source) => source.Contains("://", StringComparison.Ordinal);
}
