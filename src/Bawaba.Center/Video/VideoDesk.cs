// Who may watch a camera live, and the log of who did. Called by VideoEndpoints. Promises: nothing is shown before its
// audit row is written; the end of a watch is written too; nothing of a picture is kept.
using System.Globalization;
using Bawaba.Center.Audit;
using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Contracts;
using Bawaba.Contracts.Video;

namespace Bawaba.Center.Video;

internal sealed class VideoDesk(GateRegistry registry, SessionGuard guard, AuditLog audit, TimeProvider time, IGateVideo? video)
{
    /// <summary>Needs <see cref="Permission.SeeCameraPictures"/>. NotFound where there is no such camera, or no gate shows any.</summary>
    internal async Task<Reading<VideoWatch>> WatchAsync(Actor actor, GateId gate, CameraId camera, CancellationToken cancellation)
    {
        if (await guard.ScopeOfAsync(actor, Permission.SeeCameraPictures, cancellation) is not { } scope)
            return new Reading<VideoWatch>.NotAllowed();
        if (video is null || (await guard.FindAsync(registry, actor, scope, gate, cancellation))?.Cameras.Any(c => c.Id == camera && !c.Simulated) != true)
            return new Reading<VideoWatch>.NotFound();
        if (!await audit.TryWriteAsync(new(AuditAct.CameraWatched, actor.ForAudit(), camera.Value, gate.Value), cancellation))
            return new Reading<VideoWatch>.AuditUnavailable();
        return new Reading<VideoWatch>.Granted(new(gate, camera, time.GetTimestamp(), video));
    }

    /// <summary>Asked while it is watched: the gate may have become another directorate's meanwhile.</summary>
    internal async Task<bool> StandsAsync(Actor actor, VideoWatch watch, CancellationToken cancellation) =>
        await guard.ScopeOfAsync(actor, Permission.SeeCameraPictures, cancellation) is { } scope && registry.Find(scope, watch.Gate) is not null;

    /// <summary>Writes down how long it was watched; a log that fails now has the beginning.</summary>
    internal Task EndAsync(Actor actor, VideoWatch watch)
    {
        var seconds = time.GetElapsedTime(watch.BeganAt).TotalSeconds;
        return audit.TryWriteAsync(
            new(AuditAct.CameraWatchEnded, actor.ForAudit(), watch.Camera.Value, string.Create(CultureInfo.InvariantCulture, $"gate={watch.Gate} seconds={seconds:0}")),
            CancellationToken.None);
    }
}
