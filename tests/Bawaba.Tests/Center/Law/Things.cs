using Bawaba.Center.Alerts;
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Center.Sharing;
using Bawaba.Center.Units;
using Bawaba.Contracts;

namespace Bawaba.Tests.Center.Law;

/// <summary>One of each thing that is somebody's; the ids alone, where there is nothing behind them.</summary>
internal sealed record Things
{
    /// <summary>What nobody has.</summary>
    internal static Things Nowhere { get; } = new()
    {
        Gate = GateId.Parse("nowhere"),
        Camera = CameraId.Parse("nowhere-in-1"),
        Alert = new(Guid.CreateVersion7(CenterRig.Start)),
        EntryDraft = (EntryId.Parse("e-none"), 1),
        EntryPending = (EntryId.Parse("e-none"), 1),
        EntryActive = (EntryId.Parse("e-none"), 1),
        OrderDraft = (MandateId.Parse("o-none"), 1),
        OrderPending = (MandateId.Parse("o-none"), 1),
        OrderApproved = (MandateId.Parse("o-none"), 1),
        Case = "2026-999999",
        Document = new string('e', 64),
        Officer = new(Guid.CreateVersion7(CenterRig.Start)),
        Incident = IncidentNumber.Parse("2026-999999"),
        Call = "2026-999999",
        Custody = "2026-999999",
        Seizure = "2026-999999",
        File = Guid.CreateVersion7(CenterRig.Start),
        Agreement = new(Guid.CreateVersion7(CenterRig.Start)),
        Unit = UnitId.Parse("nobody"),
        Feed = new(Guid.CreateVersion7(CenterRig.Start)),
    };

    internal required GateId Gate { get; init; }

    internal required CameraId Camera { get; init; }

    internal required AlertId Alert { get; init; }

    internal required (EntryId Id, long Version) EntryDraft { get; init; }

    internal required (EntryId Id, long Version) EntryPending { get; init; }

    internal required (EntryId Id, long Version) EntryActive { get; init; }

    internal required (MandateId Id, long Version) OrderDraft { get; init; }

    internal required (MandateId Id, long Version) OrderPending { get; init; }

    internal required (MandateId Id, long Version) OrderApproved { get; init; }

    internal required string Case { get; init; }

    /// <summary>A hash.</summary>
    internal required string Document { get; init; }

    internal required AccountId Officer { get; init; }

    internal required IncidentNumber Incident { get; init; }

    internal required string Call { get; init; }

    internal required string Custody { get; init; }

    internal required string Seizure { get; init; }

    /// <summary>Of the incident.</summary>
    internal required Guid File { get; init; }

    /// <summary>Between two that are neither of the others.</summary>
    internal required AgreementId Agreement { get; init; }

    /// <summary>Off duty, with a crew of one.</summary>
    internal required UnitId Unit { get; init; }

    internal required UnitFeedId Feed { get; init; }
}
