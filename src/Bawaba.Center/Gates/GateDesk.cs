// Reading gates and how they are. Called by the room's and gates' pages and /api/gates. Promises: a camera's picture,
// in which plates can be read, passes through memory only and is shown after its audit row is written.
using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Center.Gates;

/// <summary>Reading gates and how they are now. Needs <see cref="Permission.SeeGates"/>.</summary>
public sealed class GateDesk
{
    public const int MinPictureWidthPx = 64;
    public const int MaxPictureWidthPx = 3840;
    private static readonly TimeSpan AuditEvery = TimeSpan.FromMinutes(1);
    private readonly GateRegistry _registry;
    private readonly GateBoard _board;
    private readonly SessionGuard _guard;
    private readonly AuditLog _audit;
    private readonly Disclosures _disclosures;
    private readonly IGatePictures? _pictures;

    internal GateDesk(
        GateRegistry registry, GateBoard board, SessionGuard guard, AuditLog audit, Disclosures disclosures, IGatePictures? pictures)
    {
        _registry = registry;
        _board = board;
        _guard = guard;
        _audit = audit;
        _disclosures = disclosures;
        _pictures = pictures;
    }

    /// <summary>Gates in force, in the file's order.</summary>
    public async Task<Reading<IReadOnlyList<GateView>>> ListAsync(Actor actor, CancellationToken cancellation) =>
        await _guard.ScopeOfAsync(actor, Permission.SeeGates, cancellation) is { } scope
            ? new Reading<IReadOnlyList<GateView>>.Granted(_registry.Within(scope).Select(ToView).ToArray())
            : new Reading<IReadOnlyList<GateView>>.NotAllowed();

    public async Task<Reading<GateView>> FindAsync(Actor actor, GateId gate, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.SeeGates, cancellation) is not { } scope)
            return new Reading<GateView>.NotAllowed();
        return await _guard.FindAsync(_registry, actor, scope, gate, cancellation) is { } found ? new Reading<GateView>.Granted(ToView(found)) : new Reading<GateView>.NotFound();
    }

    /// <summary>
    /// A camera's newest picture (JPEG): plates can be read in it, so it needs <see cref="Permission.SeeCameraPictures"/>,
    /// is written to the audit log once a minute, session and camera, and whoever serves it sends <c>no-store</c>.
    /// NotFound when there is no such camera or no fresh frame. The width is taken into 64 to 3,840 pixels.
    /// </summary>
    public async Task<Reading<byte[]>> SnapshotAsync(Actor actor, GateId gate, CameraId camera, int maxWidthPx, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.SeeCameraPictures, cancellation) is not { } scope)
            return new Reading<byte[]>.NotAllowed();
        if (_pictures is null || (await _guard.FindAsync(_registry, actor, scope, gate, cancellation))?.Cameras.Any(c => c.Id == camera) != true)
            return new Reading<byte[]>.NotFound();
        var width = Math.Clamp(maxWidthPx, MinPictureWidthPx, MaxPictureWidthPx);
        if (await _pictures.SnapshotAsync(gate, camera, width, cancellation) is not { } picture)
            return new Reading<byte[]>.NotFound();
        var subjects = _disclosures.New(actor.Session.ToString(), AuditAct.CameraPictureSeen, [camera.Value], AuditEvery);
        if (subjects.Count > 0)
        {
            if (!await _audit.TryWriteAsync(new(AuditAct.CameraPictureSeen, actor.ForAudit(), camera.Value, gate.Value), cancellation))
                return new Reading<byte[]>.AuditUnavailable();
            _disclosures.Remember(actor.Session.ToString(), AuditAct.CameraPictureSeen, subjects);
        }
        return new Reading<byte[]>.Granted(picture);
    }

    /// <summary>
    /// Somebody knows that the gate is cut off: its alarm stops sounding on every screen. Needs
    /// <see cref="Permission.SeeGates"/>; NotFound when it is not cut off.
    /// </summary>
    public async Task<Reading<GateView>> AcknowledgeCutOffAsync(Actor actor, GateId gate, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.SeeGates, cancellation) is not { } scope)
            return new Reading<GateView>.NotAllowed();
        if (await _guard.FindAsync(_registry, actor, scope, gate, cancellation) is not { } found || !_board.CutOffs.IsCutOff(gate))
            return new Reading<GateView>.NotFound();
        if (!await _audit.TryWriteAsync(new(AuditAct.GateCutOffSeen, actor.ForAudit(), gate.Value), cancellation))
            return new Reading<GateView>.AuditUnavailable();
        return _board.AcknowledgeCutOff(gate, actor.DisplayName) ? new Reading<GateView>.Granted(ToView(found)) : new Reading<GateView>.NotFound();
    }

    private GateView ToView(Gate gate) => new(gate, _board.StateOf(gate));
}
