using Bawaba.Center.Operators;
using Bawaba.Center.Sharing;

namespace Bawaba.Console.Incidents;

/// <summary>Agreements between directorates.</summary>
public sealed record AgreementsView
{
    public required IReadOnlyList<Agreement> Agreements { get; init; }

    public required IReadOnlyList<Directorate> Directorates { get; init; }

    /// <summary>What was offered was refused: it is not what an agreement must be.</summary>
    public bool Unfit { get; init; }
}
