// How much goes to the center at once: as much as the road carries in about a second, for a hit may come any moment and
// finds it on the road. A road of 64 kb/s needs minutes for what another takes in a blink, and a call that is too long is
// lost whole. Owned by GateUplink.
namespace Bawaba.Gate.Uplink;

internal sealed class BatchSize
{
    internal const int LeastBytes = 8 << 10;
    internal const int MostBytes = 8 << 20;
    private const int FirstBytes = 64 << 10;
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    /// <summary>Bytes of the next batch; a single larger record still goes alone.</summary>
    internal int Bytes { get; private set; } = FirstBytes;

    /// <summary>A batch of so many bytes arrived after this long.</summary>
    internal void Arrived(long bytes, TimeSpan took)
    {
        // One record larger than a batch may be: how long it took says nothing of the size that was chosen.
        if (bytes > 2 * Bytes)
            return;
        // A small batch says nothing of a large one, but that it was quick.
        if (took <= Quick && bytes >= Bytes / 2)
            Bytes = Math.Min(MostBytes, Bytes * 2);
        else if (took >= Slow)
            Bytes = Math.Max(LeastBytes, Bytes / 2);
    }

    /// <summary>A batch did not arrive.</summary>
    internal void Lost() => Bytes = Math.Max(LeastBytes, Bytes / 4);
}
