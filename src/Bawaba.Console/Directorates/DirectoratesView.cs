using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Console.Directorates;

/// <summary>The register of directorates, with the gates of each.</summary>
public sealed record DirectoratesView
{
    public required IReadOnlyList<Directorate> Directorates { get; init; }

    /// <summary>Gates in force that this person sees.</summary>
    public required IReadOnlyList<Gate> Gates { get; init; }

    /// <summary>What was typed, after a refusal.</summary>
    public string Id { get; init; } = "";

    public string Arabic { get; init; } = "";

    public string English { get; init; } = "";

    public DirectorateFault Fault { get; init; }

    /// <summary>Named by a gate in the city file and made by nobody: only the joint room sees such a gate.</summary>
    public IEnumerable<DirectorateId> Unmade => Gates.Select(g => g.Directorate).OfType<DirectorateId>().Distinct().Except(Directorates.Select(d => d.Id));
}
