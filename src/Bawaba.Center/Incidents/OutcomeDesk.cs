// What came of an incident: apprehension, seizure, assistance, nothing found. Called by the incident's page. Promises: nobody is put into the
// custody register under a verdict whose entry does not stand at that moment; every field the register asks for is there; a name is in the
// register and in no log; without the audit log nothing is recorded.
using System.Globalization;
using Bawaba.Center.Alerts;
using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Watchlists;
using Bawaba.Contracts;

namespace Bawaba.Center.Incidents;

/// <summary>What came of an incident. Needs <see cref="Permission.WorkIncidents"/>.</summary>
public sealed class OutcomeDesk
{
    private const int MaxField = 200;
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(2);
    private readonly IncidentWork _work;
    private readonly WatchlistBook _watchlist;

    internal OutcomeDesk(IncidentWork work, WatchlistBook watchlist) => (_work, _watchlist) = (work, watchlist);

    /// <summary>Enters somebody into the custody register.</summary>
    public Task<IncidentResult> ApprehendAsync(Actor actor, IncidentNumber number, CustodyDraft draft, CancellationToken cancellation) => _work.StepAsync(
        actor,
        number,
        step =>
        {
            var faults = FaultsOf(
                ("person", draft.Person, true), ("document", draft.Document, false), ("takenWhere", draft.TakenWhere, true), ("orderedBy", draft.OrderedBy, true),
                ("carriedOutBy", draft.CarriedOutBy, true), ("custodyPlace", draft.CustodyPlace, true), ("health", draft.Health, true),
                ("instrument", draft.Instrument, draft.Grounds == nameof(CustodyGrounds.Warrant)));
            if (!Enum.TryParse<CustodyGrounds>(draft.Grounds, out var grounds) || !Enum.IsDefined(grounds))
                faults.Add("grounds");
            if (TakenAt(draft.TakenAt, step.Now) is not { } takenAt)
                return new IncidentResult.Unfit([.. faults, "takenAt"]);
            if (faults.Count > 0)
                return new IncidentResult.Unfit(faults);
            var instrument = draft.Instrument.Trim();
            var alert = grounds is CustodyGrounds.Verdict ? VerdictAlert(step, draft.Alert) : null;
            if (grounds is CustodyGrounds.Verdict)
            {
                if (alert is null)
                    return new IncidentResult.Unfit(["alert"]);
                // At this moment, not when the alert was raised: a verdict may have been lifted since.
                if (_watchlist.Find(alert.Entry.Id) is not { } entry || !entry.IsActiveAt(step.Now) || entry.PermittedAction is not PermittedAction.ArrestUnderVerdict)
                    return new IncidentResult.EntryEnded();
                instrument = entry.InstrumentNumber;
            }
            var taken = new CustodyEntry
            {
                Number = OutcomeSql.NextCustody(step.Connection, step.Now),
                Incident = number,
                Directorate = step.Scope.Directorate,
                Person = draft.Person.Trim(),
                Document = draft.Document.Trim(),
                TakenAt = takenAt,
                TakenWhere = draft.TakenWhere.Trim(),
                OrderedBy = draft.OrderedBy.Trim(),
                CarriedOutBy = draft.CarriedOutBy.Trim(),
                Grounds = grounds,
                Instrument = instrument,
                Alert = alert?.Id.ToString() ?? "",
                RecheckedAt = alert is null ? null : step.Now,
                CustodyPlace = draft.CustodyPlace.Trim(),
                Health = draft.Health.Trim(),
                RecordedBy = actor.DisplayName,
                RecordedAt = step.Now,
            };
            step.Audit.Append(step.Connection, new(AuditAct.CustodyRecorded, actor.ForAudit(), $"custody/{taken.Number}", $"incident={number} grounds={grounds} alert={taken.Alert}"));
            OutcomeSql.Insert(step.Connection, taken, actor.Account);
            return Conclude(step, IncidentLogKind.Apprehension, OutcomeKind.Apprehension, $"custody/{taken.Number}", "");
        },
        cancellation);

    /// <summary>Enters something that was taken, with the first link of its chain of custody.</summary>
    public Task<IncidentResult> SeizeAsync(Actor actor, IncidentNumber number, SeizureDraft draft, CancellationToken cancellation) => _work.StepAsync(
        actor,
        number,
        step =>
        {
            var faults = FaultsOf(
                ("item", draft.Item, true), ("quantity", draft.Quantity, true), ("takenWhere", draft.TakenWhere, true), ("takenFrom", draft.TakenFrom, false),
                ("legalBasis", draft.LegalBasis, true), ("bag", draft.Bag, true), ("holder", draft.Holder, true));
            if (TakenAt(draft.TakenAt, step.Now) is not { } takenAt)
                return new IncidentResult.Unfit([.. faults, "takenAt"]);
            if (faults.Count == 0 && OutcomeSql.IsBagTaken(step.Connection, draft.Bag.Trim(), ""))
                faults.Add("bag");
            if (faults.Count > 0)
                return new IncidentResult.Unfit(faults);
            var item = new SeizedItem
            {
                Number = OutcomeSql.NextSeizure(step.Connection, step.Now),
                Incident = number,
                Directorate = step.Scope.Directorate,
                Item = draft.Item.Trim(),
                Quantity = draft.Quantity.Trim(),
                TakenAt = takenAt,
                TakenWhere = draft.TakenWhere.Trim(),
                TakenFrom = draft.TakenFrom.Trim(),
                LegalBasis = draft.LegalBasis.Trim(),
                Bag = draft.Bag.Trim(),
                Holder = draft.Holder.Trim(),
                RecordedBy = actor.DisplayName,
                RecordedAt = step.Now,
            };
            step.Audit.Append(step.Connection, new(AuditAct.SeizureRecorded, actor.ForAudit(), $"seizure/{item.Number}", $"incident={number}"));
            OutcomeSql.Insert(step.Connection, item, actor.Account);
            return Conclude(step, IncidentLogKind.Seizure, OutcomeKind.Seizure, $"seizure/{item.Number}", "");
        },
        cancellation);

    /// <summary>Somebody was helped, in a sentence.</summary>
    public Task<IncidentResult> AssistAsync(Actor actor, IncidentNumber number, string text, CancellationToken cancellation) =>
        SayAsync(actor, number, IncidentLogKind.Assistance, OutcomeKind.Assistance, text, cancellation);

    /// <summary>Nothing was found, in a sentence: where people looked.</summary>
    public Task<IncidentResult> NothingFoundAsync(Actor actor, IncidentNumber number, string text, CancellationToken cancellation) =>
        SayAsync(actor, number, IncidentLogKind.NothingFound, OutcomeKind.NothingFound, text, cancellation);

    private Task<IncidentResult> SayAsync(Actor actor, IncidentNumber number, IncidentLogKind line, OutcomeKind kind, string text, CancellationToken cancellation) => _work.StepAsync(
        actor,
        number,
        step => IncidentChecks.Text(text) is { } words && !IncidentReading.HoldsAPlate(step, words)
            ? ConcludeAudited(step, line, kind, words)
            : new IncidentResult.Unfit(["text"]),
        cancellation);

    private static IncidentResult ConcludeAudited(IncidentStep step, IncidentLogKind line, OutcomeKind kind, string words)
    {
        step.Log(line, text: words);
        OutcomeSql.Add(step.Connection, step.Incident.Number, step.Incident.Version, new(kind, ""));
        return step.Done();
    }

    private static IncidentResult Conclude(IncidentStep step, IncidentLogKind line, OutcomeKind kind, string subject, string words)
    {
        step.LogAudited(line, subject, words);
        OutcomeSql.Add(step.Connection, step.Incident.Number, step.Incident.Version, new(kind, subject));
        return step.Done();
    }

    // Of this incident, confirmed, and not of what ended in another way.
    private static Alert? VerdictAlert(IncidentStep step, string text) =>
        AlertId.TryParse(text, out var id) ? IncidentReading.AlertsOf(step).FirstOrDefault(a => a.Id == id && a.Confirmed is not null) : null;

    private static List<string> FaultsOf(params ReadOnlySpan<(string Name, string Value, bool Required)> fields)
    {
        var faults = new List<string>();
        foreach (var (name, value, required) in fields)
        {
            if (required ? IncidentChecks.Line(value, MaxField) is null : !IncidentChecks.IsLineOrNone(value, MaxField))
                faults.Add(name);
        }
        return faults;
    }

    /// <summary>Now where nothing is said; null for what is no instant, lies ahead, or more than two days back.</summary>
    internal static DateTimeOffset? TakenAt(string text, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(text))
            return now;
        // A minute's grace: a form says no seconds.
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            && at <= now.AddMinutes(1) && at >= now - Oldest ? at : null;
    }
}
