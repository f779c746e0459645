// Makes an alert of a hit, in the transaction that stores the hit's record: a crash between the two cannot lose one.
// Called by CenterLink. Promises: at most one alert an entry and passage; a later reading of the passage annotates an
// undecided alert and changes nothing else; a hit that no entry or mandate stands behind leaves a closed record
// without plate and pictures.
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Mandates;
using Bawaba.Center.Storage;
using Bawaba.Center.Watchlists;
using Bawaba.Contracts;

namespace Bawaba.Center.Alerts;

internal sealed class AlertIntake(WatchlistBook watchlist, MandateBook mandates, AuditLog audit, TimeProvider time)
{
    // A picture above this is left out rather than the hit refused: the gate would offer it for ever.
    internal const int MaxPictureBytes = 4 << 20;

    /// <summary>Takes in the hits of one batch; the alerts that are new or changed, each as it is afterwards.</summary>
    internal IReadOnlyCollection<Alert> Take(DbConnection connection, GateId gate, IReadOnlyList<GateRecord> records)
    {
        if (records.Count == 0)
            return [];
        var known = AlertSql.FindBy(connection, [.. records.Select(r => r.Hit!)]);
        var changed = new Dictionary<AlertId, Alert>();
        var writes = new List<Statement>();
        foreach (var record in records)
        {
            var hit = record.Hit!;
            var before = known.TryGetValue((hit.Entry, hit.Passage), out var found) ? found : ((Alert, long)?)null;
            if (Take(writes, gate, hit, record.Pictures, before) is not var (alert, isChanged))
                continue;
            known[(hit.Entry, hit.Passage)] = (alert, hit.Revision);
            if (isChanged)
                changed[alert.Id] = alert;
        }
        connection.RunAll(writes);
        return changed.Values;
    }

    /// <summary>The alert as it is then, and whether that is news; null where nothing is to be written.</summary>
    private (Alert Alert, bool IsChanged)? Take(List<Statement> writes, GateId gate, Hit hit, EvidencePictures? pictures, (Alert Alert, long Revision)? before)
    {
        var entry = watchlist.Find(hit.Entry);
        var fault = HitJudge.FaultOf(entry, mandates.Find(hit.Mandate), gate, hit.Plate, hit.MatchedAt, hit.Candidate);
        if (before is var (known, revision))
            return fault is null && known.Gate == gate && hit.Revision > revision ? Annotate(writes, known, hit, pictures) : null;
        var now = time.GetUtcNow();
        var alert = Raised(gate, hit, entry, now);
        if (fault is not null)
            return (Refuse(writes, alert, hit, fault, now), true);
        alert = alert with { HasPictures = Fits(pictures) };
        writes.Add(AlertSql.Insert(alert, hit.Revision, hit.MatchedAt));
        PutPictures(writes, alert.Id, pictures);
        writes.Add(audit.Append(new(AuditAct.AlertRaised, AuditActor.System, alert.Id.ToString(), $"entry={hit.Entry} mandate={hit.Mandate}")));
        return (alert, true);
    }

    /// <summary>
    /// Puts the wide picture of a hit to its alert; null where there is no such alert of that gate, where it has been erased, or where
    /// a later reading has brought another. The alert's version stays: who is looking at it is not interrupted.
    /// </summary>
    internal static Alert? TakeOverview(DbConnection connection, GateId gate, HitOverview overview)
    {
        if (AlertSql.FindBy(connection, overview.Entry, overview.Passage) is not var (alert, revision))
            return null;
        // One gate does not speak of another's hit.
        if (alert.Gate != gate || !alert.HasPictures || alert.ErasedAt is not null || overview.Revision < revision || !Fits(overview.Jpeg))
            return null;
        connection.RunAll([AlertSql.PutPicture(alert.Id, AlertPicture.Overview, overview.Jpeg)]);
        return alert;
    }

    private (Alert Alert, bool IsChanged) Annotate(List<Statement> writes, Alert known, Hit hit, EvidencePictures? pictures)
    {
        writes.Add(AlertSql.SetRevision(known.Id, hit.Revision));
        // What was decided was decided on what was seen then.
        if (!known.IsUndecided || known.ErasedAt is not null)
            return (known, false);
        var alert = known with
        {
            Version = known.Version + 1,
            Plate = hit.Plate,
            // A better reading that is the entry's own plate leaves no doubt.
            EntryPlate = hit.Candidate ? known.EntryPlate : null,
            Confidence = Confidence(hit),
            HasPictures = known.HasPictures || Fits(pictures),
        };
        writes.Add(AlertSql.Update(alert));
        PutPictures(writes, alert.Id, pictures);
        writes.Add(audit.Append(new(AuditAct.AlertAnnotated, AuditActor.System, alert.Id.ToString(), $"revision={hit.Revision}")));
        return (alert, true);
    }

    private Alert Refuse(List<Statement> writes, Alert raised, Hit hit, string fault, DateTimeOffset now)
    {
        var alert = raised with
        {
            State = AlertState.Rejected,
            RejectReason = RejectReason.StaleEntry,
            Plate = null,
            EntryPlate = null,
            ClosedAt = now,
            ErasedAt = now,
        };
        writes.Add(AlertSql.Insert(alert, hit.Revision, hit.MatchedAt));
        writes.Add(audit.Append(new(AuditAct.HitRefused, AuditActor.System, alert.Id.ToString(), $"{fault} entry={hit.Entry} mandate={hit.Mandate}")));
        return alert;
    }

    private Alert Raised(GateId gate, Hit hit, WatchlistEntry? entry, DateTimeOffset now) => new()
    {
        Id = AlertId.Mint(time),
        Version = 1,
        State = AlertState.Raised,
        Gate = gate,
        Lane = hit.Lane,
        Camera = hit.Camera,
        Passage = hit.Passage,
        Mandate = hit.Mandate,
        Entry = ToAlertEntry(hit.Entry, entry, now),
        Direction = hit.Direction,
        Vehicle = hit.Vehicle,
        Plate = hit.Plate,
        EntryPlate = entry?.Plate is { } wanted && wanted != hit.Plate ? wanted : null,
        Confidence = Confidence(hit),
        Late = now - hit.PassedAt > AlertRules.LateAfter,
        HasPictures = false,
        PassedAt = hit.PassedAt,
        CapturedAt = hit.CapturedAt,
        RaisedAt = now,
    };

    private static AlertEntry ToAlertEntry(EntryId id, WatchlistEntry? entry, DateTimeOffset now) => new()
    {
        Id = id,
        Category = entry?.Category ?? "",
        PermittedAction = entry?.PermittedAction ?? "",
        LegalBasis = entry?.LegalBasis ?? "",
        InstrumentNumber = entry?.InstrumentNumber ?? "",
        IssuedBy = entry?.IssuedBy ?? "",
        ExpiresAt = entry?.ExpiresAt ?? now,
        Vehicle = entry?.Vehicle,
        Colour = entry?.Colour,
    };

    private static float Confidence(Hit hit) => float.IsFinite(hit.Confidence) ? Math.Clamp(hit.Confidence, 0, 1) : 0;

    private static bool Fits(EvidencePictures? pictures) => pictures is not null && Fits(pictures.CropJpeg);

    private static bool Fits(byte[]? jpeg) => jpeg is { Length: > 0 and <= MaxPictureBytes };

    private static void PutPictures(List<Statement> writes, AlertId alert, EvidencePictures? pictures)
    {
        if (!Fits(pictures))
            return;
        writes.Add(AlertSql.PutPicture(alert, AlertPicture.Crop, pictures!.CropJpeg));
        if (Fits(pictures.OverviewJpeg))
            writes.Add(AlertSql.PutPicture(alert, AlertPicture.Overview, pictures.OverviewJpeg!));
    }
}
