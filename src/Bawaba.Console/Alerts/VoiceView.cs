using Bawaba.Center.Intake;
using Bawaba.Contracts;

namespace Bawaba.Console.Alerts;

/// <summary>A recheck by voice: what was typed and what came of it.</summary>
public sealed record VoiceView
{
    public required IReadOnlyDictionary<GateId, string> Gates { get; init; }

    public string Gate { get; init; } = "";

    public string Officer { get; init; } = "";

    /// <summary>Null before anything was asked.</summary>
    public VoiceResult? Result { get; init; }
}
