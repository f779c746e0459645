using System.Text.Json.Serialization;

namespace Bawaba.Contracts.Officers;

/// <summary>One act on a gate's own page, on its way into the center's audit log. Never a plate.</summary>
public sealed record OfficerAct
{
    /// <summary>No coded detail is longer.</summary>
    public const int MaxDetail = 32;

    public required OfficerActKind Kind { get; init; }

    /// <summary>The account at the center; empty where nobody is known by the name that was typed.</summary>
    public required string Account { get; init; }

    /// <summary>The session at the gate, 32 hexadecimal digits; empty before there is one.</summary>
    public required string Session { get; init; }

    /// <summary>Network address of the browser.</summary>
    public required string Address { get; init; }

    /// <summary>Set with what concerns a hit, together with <see cref="Passage"/>.</summary>
    public EntryId? Entry { get; init; }

    public PassageId? Passage { get; init; }

    public CameraId? Camera { get; init; }

    /// <summary>Set with <see cref="OfficerActKind.Looked"/>.</summary>
    public LookVerdict? Verdict { get; init; }

    /// <summary>Set with <see cref="OfficerActKind.Rechecked"/>: the eight digits the room gave by voice.</summary>
    public string? Code { get; init; }

    /// <summary>A coded word (<c>hit</c>, <c>no-hit</c>, …); empty for none.</summary>
    public string Detail { get => field ?? ""; init; }

    /// <summary>It names a hit.</summary>
    [JsonIgnore]
    public bool IsOfHit => Entry is not null && Passage is not null;
}
