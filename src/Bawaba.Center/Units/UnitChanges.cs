using Bawaba.Center.Live;

namespace Bawaba.Center.Units;

/// <summary>Changes of units as hints: an id, a state and whose it is; never a place.</summary>
internal static class UnitChanges
{
    internal const string Overdue = "Overdue";

    internal static LiveHint HintOf(Unit unit) => new(
        LiveKind.Unit, unit.Id.Value, unit.Version, unit.OverdueAt is null ? unit.Status.ToString() : Overdue, Audience: unit.Directorate?.Value ?? "");
}
