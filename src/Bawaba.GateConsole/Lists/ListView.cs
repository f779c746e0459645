using Bawaba.Gate;

namespace Bawaba.GateConsole.Lists;

/// <summary>The page of the gate's list and clock, and what the last step came to.</summary>
public sealed record ListView
{
    internal ListStanding Standing { get; init; } = null!;

    internal bool IsSupervisor { get; init; }

    internal OpenAnswer? Opened { get; init; }

    internal CarriedAnswer? Carried { get; init; }

    internal AttestAnswer? Attested { get; init; }

    /// <summary>Made just now: on this answer and nowhere else.</summary>
    public string? Passphrase { get; init; }

    public bool PassphraseRefused { get; init; }
}
