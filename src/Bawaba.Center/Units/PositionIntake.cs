// Takes positions that trackers bring, over HTTP with a token or over MQTT. Called by UnitEndpoints and MqttRoad. Promises: only units
// on duty within the bringer's part of the room get one, the newest alone; about every other unit nothing is answered that would tell it
// from one that does not exist, and of another directorate's the log has it.
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;
using Bawaba.Contracts.SignIn;

namespace Bawaba.Center.Units;

internal sealed class PositionIntake(CenterStore store, LiveAnnouncer announcer, AuditLog audit, Disclosures disclosures)
{
    private static readonly TimeSpan NoteEvery = TimeSpan.FromMinutes(10);
    private static readonly AuditActor Feeds = new() { Account = "unit-feed", Role = "Feed", Session = "", Address = "" };

    /// <summary>The feed whose token it is; null where it counts for nothing.</summary>
    internal async Task<UnitFeed?> FeedOfAsync(string? token, string address, CancellationToken cancellation)
    {
        if (!string.IsNullOrEmpty(token) && await store.ReadAsync(c => FeedSql.ByToken(c, SecretToken.Hash(token)), cancellation) is { } feed)
            return feed;
        if (disclosures.New(address, AuditAct.UnitFeedRefused, ["token"], NoteEvery).Count > 0
            && await audit.TryWriteAsync(new(AuditAct.UnitFeedRefused, Feeds with { Address = address }, "unit-feed", "token"), cancellation))
            disclosures.Remember(address, AuditAct.UnitFeedRefused, ["token"]);
        return null;
    }

    /// <param name="scope">Of whose units it may speak.</param>
    /// <param name="from">The feed, for the log.</param>
    /// <param name="reports">At most 500.</param>
    /// <param name="cancellation">Stops waiting.</param>
    internal Task TakeAsync(Scope scope, string from, IReadOnlyCollection<PositionReport> reports, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reports.Count, UnitRules.MaxBatch);
        return reports.Count == 0 ? Task.CompletedTask : announcer.WriteAsync(
            connection =>
            {
                var units = UnitSql.List(connection, scope).ToDictionary(u => u.Id);
                var hints = new List<LiveHint>();
                foreach (var report in reports.OrderByDescending(r => r.At).DistinctBy(r => r.Unit))
                {
                    if (!units.TryGetValue(report.Unit, out var unit))
                        NoteOutside(connection, scope, from, report.Unit);
                    else if (UnitSql.PutPosition(connection, unit.Id, new() { Point = report.Point, AccuracyMetres = report.AccuracyMetres, At = report.At, Source = PositionSource.Feed }))
                        hints.Add(UnitChanges.HintOf(unit));
                }
                return (hints.Count, (IReadOnlyCollection<LiveHint>)hints);
            },
            cancellation);
    }

    private void NoteOutside(DbConnection connection, Scope scope, string from, UnitId unit)
    {
        var subject = $"unit/{unit}";
        if (scope.IsWhole || !UnitSql.Exists(connection, unit) || disclosures.New(from, AuditAct.UnitFeedRefused, [subject], NoteEvery).Count == 0)
            return;
        audit.TryAppend(connection, new(AuditAct.UnitFeedRefused, Feeds, subject, $"another-directorates {from}"));
        disclosures.Remember(from, AuditAct.UnitFeedRefused, [subject]);
    }
}
