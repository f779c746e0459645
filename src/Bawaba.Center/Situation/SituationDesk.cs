// Makes the situation sheet for a person. Called by its page. Promises: each sheet is in the audit log before it is shown, however often it is
// made, for a paper goes where no screen is logged; each plate on it is a consultation of its alert.
using System.Globalization;
using Bawaba.Center.Audit;
using Bawaba.Center.Operators;

namespace Bawaba.Center.Situation;

/// <summary>The situation sheet. Needs <see cref="Permission.PrintSheets"/>.</summary>
public sealed class SituationDesk
{
    private static readonly TimeSpan LookWindow = TimeSpan.FromMinutes(5);
    private readonly SituationReading _reading;
    private readonly AuditLog _audit;
    private readonly Disclosures _disclosures;
    private readonly SessionGuard _guard;

    internal SituationDesk(SituationReading reading, AuditLog audit, Disclosures disclosures, SessionGuard guard) => (_reading, _audit, _disclosures, _guard) = (reading, audit, disclosures, guard);

    /// <summary>The actor's part of the room as it is now.</summary>
    public async Task<Reading<SituationSheet>> MakeAsync(Actor actor, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.PrintSheets, cancellation) is not { } scope)
            return new Reading<SituationSheet>.NotAllowed();
        var sheet = await _reading.ReadAsync(scope, cancellation);
        var withPlate = sheet.Alerts.Where(a => a.Plate is not null).ToList();
        foreach (var alert in withPlate)
        {
            if (!await _disclosures.NoteAsync(_audit, new(AuditAct.AlertSeen, actor.ForAudit(), alert.Id.ToString()), LookWindow, cancellation))
                return new Reading<SituationSheet>.AuditUnavailable();
        }
        var detail = string.Create(
            CultureInfo.InvariantCulture, $"alerts={sheet.Alerts.Count} plates={withPlate.Count} incidents={sheet.Incidents.Count} units={sheet.Units.Count} calls={sheet.Calls.Count}");
        return await _audit.TryWriteAsync(new(AuditAct.SituationSheetMade, actor.ForAudit(), "situation", detail), cancellation)
            ? new Reading<SituationSheet>.Granted(sheet)
            : new Reading<SituationSheet>.AuditUnavailable();
    }
}
