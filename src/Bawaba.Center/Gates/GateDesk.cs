using Bawaba.Contracts;
using Bawaba.Center.Operators;

namespace Bawaba.Center.Gates;

/// <summary>Reading gates and how they are now. Needs <see cref="Permission.SeeGates"/>.</summary>
public sealed class GateDesk
{
    /// <summary>Gates in force, in the file's order.</summary>
    public Task<Reading<IReadOnlyList<GateView>>> ListAsync(Actor actor, CancellationToken cancellation) => throw new NotImplementedException();

    public Task<Reading<GateView>> FindAsync(Actor actor, GateId gate, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>
    /// A camera's newest picture (JPEG): plates can be read in it, so it needs <see cref="Permission.SeeCameraPictures"/>,
    /// is written to the audit log once a minute, account and camera, and whoever serves it sends <c>no-store</c>.
    /// NotFound when there is no such camera or no fresh frame.
    /// </summary>
    public Task<Reading<byte[]>> SnapshotAsync(Actor actor, GateId gate, CameraId camera, int maxWidthPx, CancellationToken cancellation) =>
        throw new NotImplementedException();
}
