using Bawaba.Center.Operators;

namespace Bawaba.Center.Incidents;

/// <summary>Figures across directorates, with bare incidents.</summary>
public sealed record Figures
{
    /// <summary>Since when.</summary>
    public required DateTimeOffset FromAt { get; init; }

    public required IReadOnlyList<DirectorateFigures> Directorates { get; init; }

    /// <summary>Open ones first, then the newest, at most 200.</summary>
    public required IReadOnlyList<BareIncident> Incidents { get; init; }

    /// <summary>For naming them.</summary>
    public required IReadOnlyList<Directorate> Names { get; init; }
}
