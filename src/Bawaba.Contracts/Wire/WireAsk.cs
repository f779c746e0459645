namespace Bawaba.Contracts.Wire;

/// <summary>What the center asks of a gate over the gate's own connection, as JSON text.</summary>
public sealed record WireAsk
{
    /// <summary>The longest text of an ask, bytes.</summary>
    public const int MaxBytes = 1024;

    /// <summary>Chosen by the center; answers carry it.</summary>
    public required long Id { get; init; }

    public required WireVerb Verb { get; init; }

    /// <summary>Not needed to stop.</summary>
    public CameraId? Camera { get; init; }

    /// <summary>Of a snapshot.</summary>
    public int MaxWidthPx { get; init; }
}
