// A check of one camera: for a while its passages are counted, and how many of them were read. Owned by TechnicianDesk, fed by
// LaneDesk. In memory only; no plate is in it.
using Bawaba.Contracts;

namespace Bawaba.Gate.Commissioning;

internal sealed class CameraCheck(CameraId camera, DateTimeOffset beganAt, TimeSpan length, long droppedBefore)
{
    private readonly Lock _lock = new();
    private int _read;
    private int _unreadable;
    private int _withoutPlate;

    internal CameraId Camera => camera;

    internal DateTimeOffset BeganAt => beganAt;

    internal DateTimeOffset EndsAt => beganAt + length;

    internal long DroppedBefore => droppedBefore;

    internal void Take(PlateOutcome outcome, DateTimeOffset now)
    {
        if (now > EndsAt)
            return;
        lock (_lock)
        {
            _read += outcome is PlateOutcome.Read ? 1 : 0;
            _unreadable += outcome is PlateOutcome.Unreadable ? 1 : 0;
            _withoutPlate += outcome is PlateOutcome.NoPlate ? 1 : 0;
        }
    }

    internal (int Read, int Unreadable, int WithoutPlate) Counts()
    {
        lock (_lock)
            return (_read, _unreadable, _withoutPlate);
    }
}
