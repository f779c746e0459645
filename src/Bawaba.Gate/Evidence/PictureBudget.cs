// What keeping pictures of followed vehicles may cost one camera: bytes in memory, and a share of one core. Shared by the tracks of a
// camera; one thread. Promises: whoever has no budget gets no picture, and reading plates goes on as without it.
namespace Bawaba.Gate.Evidence;

internal sealed class PictureBudget(TimeProvider time)
{
    /// <summary>Bytes of pictures a camera holds in memory at most.</summary>
    internal const long MostBytes = 8 << 20;

    // A tenth of one core, and no longer at once than a picture of a large frame takes a few times.
    private const double Share = 0.1;
    private const double MostSecondsAhead = 0.1;
    private double _ahead;
    private long _drainedAt = time.GetTimestamp();

    internal long Bytes { get; private set; }

    /// <summary>Pictures that were painted, and how long it took in all: for figures.</summary>
    internal (long Count, TimeSpan Took) Painted { get; private set; }

    /// <summary>Paints where there is room and time; null where there is not.</summary>
    internal byte[]? Paint(Func<byte[]> paint)
    {
        var began = time.GetTimestamp();
        _ahead = Math.Max(0, _ahead - (Share * time.GetElapsedTime(_drainedAt, began).TotalSeconds));
        _drainedAt = began;
        if (_ahead > MostSecondsAhead || Bytes >= MostBytes)
            return null;
        var jpeg = paint();
        var took = time.GetElapsedTime(began);
        _ahead += took.TotalSeconds;
        Painted = (Painted.Count + 1, Painted.Took + took);
        Bytes += jpeg.Length;
        return jpeg;
    }

    internal void Free(byte[] jpeg)
    {
        Bytes -= jpeg.Length;
        // Memory that showed a plate must not lie about.
        Array.Clear(jpeg);
    }
}
