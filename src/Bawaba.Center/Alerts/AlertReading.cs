// Alerts as people see them. The reading half of AlertDesk. Promises: nothing with a plate is returned to somebody who
// may not see it, or before it is in the audit log that they saw it (once a session, alert and window, not at every reload).
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Gates;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Alerts;

internal sealed class AlertReading(CenterStore store, AuditLog audit, Disclosures disclosures, SessionGuard guard, GateRegistry registry, LiveFeed feed)
{
    private const int MaxLimit = 500;
    private const int MaxIdsInARow = 100;

    // As long as an alert waits for people: a list on a wall is one consultation of each alert on it.
    private static readonly TimeSpan ListWindow = AlertRules.UnconfirmedDuration;
    private static readonly TimeSpan LookWindow = TimeSpan.FromMinutes(1);

    internal async Task<Reading<AlertPage>> ListAsync(Actor actor, AlertQuery query, CancellationToken cancellation)
    {
        if (await guard.ScopeOfAsync(actor, Permission.SeeAlerts, cancellation) is not { } scope)
            return new Reading<AlertPage>.NotAllowed();
        if (query.Gate is { } gate && await guard.FindAsync(registry, actor, scope, gate, cancellation) is null)
            return new Reading<AlertPage>.NotFound();
        var seq = feed.Seq;
        var asked = query with { Limit = Math.Clamp(query.Limit, 1, MaxLimit) };
        var alerts = await store.ReadAsync(c => AlertSql.List(c, scope, asked), cancellation);
        var shown = alerts.Where(a => a.Plate is not null).Select(a => a.Id.ToString());
        return await NoteAsync(actor, AuditAct.AlertsListed, "alerts", shown, ListWindow, cancellation)
            ? new Reading<AlertPage>.Granted(new(seq, alerts))
            : new Reading<AlertPage>.AuditUnavailable();
    }

    /// <summary>Those of these that the actor may see; what is another directorate's is left out, and the attempt is in the log.</summary>
    internal async Task<Reading<AlertPage>> TheseAsync(Actor actor, IReadOnlyCollection<AlertId> ids, CancellationToken cancellation)
    {
        if (await guard.ScopeOfAsync(actor, Permission.SeeAlerts, cancellation) is not { } scope)
            return new Reading<AlertPage>.NotAllowed();
        var seq = feed.Seq;
        var asked = ids.Distinct().Take(AlertQuery.MostTogether).ToList();
        var alerts = await store.ReadAsync(c => AlertSql.These(c, scope, asked), cancellation);
        foreach (var missing in asked.Except(alerts.Select(a => a.Id)).ToList())
            await guard.FindAsync(actor, scope, $"alert/{missing}", (c, within) => AlertSql.Find(c, within, missing), cancellation);
        if (alerts.Count == 0)
            return new Reading<AlertPage>.NotFound();
        // Rows of a list: who has the list before them has consulted each of them once.
        var shown = alerts.Where(a => a.Plate is not null).Select(a => a.Id.ToString());
        return await NoteAsync(actor, AuditAct.AlertsListed, "alerts", shown, ListWindow, cancellation)
            ? new Reading<AlertPage>.Granted(new(seq, alerts))
            : new Reading<AlertPage>.AuditUnavailable();
    }

    // Numbers alone: nothing of them is a disclosure, so a home page may ask as often as it is drawn.
    internal async Task<Reading<IReadOnlyDictionary<GateId, long>>> UndecidedAsync(Actor actor, CancellationToken cancellation) =>
        await guard.ScopeOfAsync(actor, Permission.SeeAlerts, cancellation) is { } scope
            ? new Reading<IReadOnlyDictionary<GateId, long>>.Granted(
                (await store.ReadAsync(c => AlertSql.UndecidedByGate(c, scope), cancellation)).ToDictionary(row => row.Gate, row => row.Alerts))
            : new Reading<IReadOnlyDictionary<GateId, long>>.NotAllowed();

    // What a siren says of them: that there is one, where, what it calls for. Nothing of it is a disclosure.
    internal async Task<Reading<IReadOnlyList<Alert>>> CallingAsync(Actor actor, CancellationToken cancellation)
    {
        if (await guard.ScopeOfAsync(actor, Permission.SeeAlerts, cancellation) is not { } scope)
            return new Reading<IReadOnlyList<Alert>>.NotAllowed();
        var undecided = await store.ReadAsync(c => AlertSql.List(c, scope, new() { UndecidedOnly = true, Limit = MaxLimit }), cancellation);
        return new Reading<IReadOnlyList<Alert>>.Granted(
            [.. undecided.Where(a => a is { State: AlertState.Raised, Late: false }).Select(a => a with { Plate = null, EntryPlate = null })]);
    }

    internal async Task<Reading<Alert>> FindAsync(Actor actor, AlertId id, CancellationToken cancellation)
    {
        if (await guard.ScopeOfAsync(actor, Permission.SeeAlerts, cancellation) is not { } scope)
            return new Reading<Alert>.NotAllowed();
        if (await guard.FindAsync(actor, scope, $"alert/{id}", (c, within) => AlertSql.Find(c, within, id), cancellation) is not { } alert)
            return new Reading<Alert>.NotFound();
        return await NoteAsync(actor, AuditAct.AlertSeen, id.ToString(), [id.ToString()], LookWindow, cancellation)
            ? new Reading<Alert>.Granted(alert)
            : new Reading<Alert>.AuditUnavailable();
    }

    internal async Task<Reading<byte[]>> PictureAsync(Actor actor, AlertId id, AlertPicture picture, CancellationToken cancellation)
    {
        if (await guard.ScopeOfAsync(actor, Permission.SeeAlerts, cancellation) is not { } scope)
            return new Reading<byte[]>.NotAllowed();
        if (await guard.FindAsync(actor, scope, $"alert/{id}", (c, within) => AlertSql.Picture(c, within, id, picture), cancellation) is not { } jpeg)
            return new Reading<byte[]>.NotFound();
        return await NoteAsync(actor, AuditAct.AlertPictureSeen, id.ToString(), [$"{picture}/{id}"], LookWindow, cancellation)
            ? new Reading<byte[]>.Granted(jpeg)
            : new Reading<byte[]>.AuditUnavailable();
    }

    // Instants and nothing that was seen: no consultation yet.
    internal async Task<Reading<IReadOnlyList<AlertFrame>>> FramesAsync(Actor actor, AlertId id, CancellationToken cancellation)
    {
        if (await guard.ScopeOfAsync(actor, Permission.SeeAlerts, cancellation) is not { } scope)
            return new Reading<IReadOnlyList<AlertFrame>>.NotAllowed();
        return await guard.FindAsync(actor, scope, $"alert/{id}", (c, within) => AlertSql.Find(c, within, id), cancellation) is null
            ? new Reading<IReadOnlyList<AlertFrame>>.NotFound()
            : new Reading<IReadOnlyList<AlertFrame>>.Granted(await store.ReadAsync(c => FrameSql.List(c, scope, id), cancellation));
    }

    // All pictures of a clip are one consultation.
    internal async Task<Reading<byte[]>> FrameAsync(Actor actor, AlertId id, FrameKind kind, int number, CancellationToken cancellation)
    {
        if (await guard.ScopeOfAsync(actor, Permission.SeeAlerts, cancellation) is not { } scope)
            return new Reading<byte[]>.NotAllowed();
        if (await guard.FindAsync(actor, scope, $"alert/{id}", (c, within) => AlertSql.Find(c, within, id), cancellation) is null
            || await store.ReadAsync(c => Frame(c, scope, id, kind, number), cancellation) is not { } jpeg)
            return new Reading<byte[]>.NotFound();
        return await NoteAsync(actor, AuditAct.AlertPictureSeen, id.ToString(), [$"Frames-{kind}/{id}"], LookWindow, cancellation)
            ? new Reading<byte[]>.Granted(jpeg)
            : new Reading<byte[]>.AuditUnavailable();
    }

    private static byte[]? Frame(DbConnection connection, Scope scope, AlertId id, FrameKind kind, int number) =>
        FrameSql.List(connection, scope, id).Where(f => f.Kind == kind).ElementAtOrDefault(number) is { } frame ? FrameSql.Jpeg(connection, scope, id, frame) : null;

    private async Task<bool> NoteAsync(
        Actor actor, AuditAct act, string subject, IEnumerable<string> shown, TimeSpan window, CancellationToken cancellation)
    {
        var session = actor.Session.ToString();
        var news = disclosures.New(session, act, shown, window);
        if (news.Count == 0)
            return true;
        // Each of them is named, in as many rows as that takes; the log writes them together.
        var written = await Task.WhenAll(news.Chunk(MaxIdsInARow).Select(ids =>
            audit.TryWriteAsync(new(act, actor.ForAudit(), subject, $"count={ids.Length} {string.Join(' ', ids)}"), cancellation)));
        if (written.Contains(false))
            return false;
        disclosures.Remember(session, act, news);
        return true;
    }
}
