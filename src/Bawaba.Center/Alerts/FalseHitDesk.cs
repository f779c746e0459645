// How often cameras misread, and what follows from it. Called by the shares' page and, once a minute, by AlertClock. Promises: a
// camera above the limit compares with nothing from its gate's next orders on, until a technician has looked at it; the stop and
// its end are acts in the log.
using System.Data.Common;
using System.Globalization;
using Bawaba.Center.Audit;
using Bawaba.Center.Gates;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Center.Alerts;

/// <summary>False-hit shares, and the cameras that were stopped for theirs.</summary>
public sealed class FalseHitDesk
{
    private readonly LiveAnnouncer _announcer;
    private readonly AuditLog _audit;
    private readonly SessionGuard _guard;
    private readonly GateRegistry _registry;
    private readonly TimeProvider _time;

    internal FalseHitDesk(LiveAnnouncer announcer, AuditLog audit, SessionGuard guard, GateRegistry registry, TimeProvider time)
    {
        _registry = registry;
        _announcer = announcer;
        _audit = audit;
        _guard = guard;
        _time = time;
    }

    /// <summary>The shares of the last seven days. Needs <see cref="Permission.SeeCounts"/>: no plate is in them.</summary>
    public async Task<Reading<FalseHits>> ReadAsync(Actor actor, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.SeeCounts, cancellation) is not { } scope)
            return new Reading<FalseHits>.NotAllowed();
        var since = _time.GetUtcNow() - FalseHitRules.Window;
        return new Reading<FalseHits>.Granted(await _announcer.ReadAsync(
            c => new FalseHits(FalseHitSql.Cameras(c, scope, since), FalseHitSql.Entries(c, scope, since)), cancellation));
    }

    /// <summary>A technician has looked at the camera: it compares again, and is counted anew. Needs <see cref="Permission.ResumeCameras"/>.</summary>
    public async Task<Reading<CameraId>> ResumeAsync(Actor actor, GateId gate, CameraId camera, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.ResumeCameras, cancellation) is not { } scope)
            return new Reading<CameraId>.NotAllowed();
        if (await _guard.FindAsync(_registry, actor, scope, gate, cancellation) is null)
            return new Reading<CameraId>.NotFound();
        try
        {
            var resumed = await _announcer.WriteAsync(
                connection =>
                {
                    var count = FalseHitSql.Resume(connection, scope, gate, camera, actor.Account.ToString(), _time.GetUtcNow());
                    if (count > 0)
                        _audit.Append(connection, new(AuditAct.CameraResumed, actor.ForAudit(), $"{gate}/{camera}"));
                    return (count, Hints(count > 0 ? [gate] : []));
                },
                cancellation);
            return resumed > 0 ? new Reading<CameraId>.Granted(camera) : new Reading<CameraId>.NotFound();
        }
        catch (DbException)
        {
            return new Reading<CameraId>.AuditUnavailable();
        }
    }

    /// <summary>Stops every camera that is above the limit.</summary>
    internal async Task StopAsync(CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        var due = (await _announcer.ReadAsync(c => FalseHitSql.Cameras(c, Scope.Joint, now - FalseHitRules.Window), cancellation)).Where(s => s.StoppedAt is null && s.IsTooHigh).ToArray();
        if (due.Length == 0)
            return;
        await _announcer.WriteAsync(
            connection =>
            {
                // Looked at again: another process may have been first.
                var standing = FalseHitSql.Cameras(connection, Scope.Joint, now - FalseHitRules.Window).Where(s => s.StoppedAt is null && s.IsTooHigh).ToArray();
                foreach (var share in standing)
                {
                    FalseHitSql.Stop(connection, share, now);
                    _audit.Append(connection, new(
                        AuditAct.CameraStopped, AuditActor.System, $"{share.Gate}/{share.Camera}",
                        string.Create(CultureInfo.InvariantCulture, $"decided={share.Decided} misread={share.Misread}")));
                }
                return (standing.Length, Hints([.. standing.Select(s => s.Gate)]));
            },
            cancellation);
    }

    private static LiveHint[] Hints(GateId[] gates) => [.. gates.Distinct().Select(g => new LiveHint(LiveKind.Gate, g.Value))];
}
