// How much of a disk an outbox may take. Used by GateOutbox before each commit. Promises: the disk is never filled for the
// system and the programs beside it; what has to go, goes in the order of docs/operations/data-folder.md.
namespace Bawaba.Gate.Outbox;

/// <param name="MostBytes">The outbox itself, at most.</param>
internal sealed record OutboxLimits(long MostBytes)
{
    internal static readonly OutboxLimits Usual = new(8L << 30);

    // On a small disk a twentieth of it.
    private const long FreeBytes = 512L << 20;
    private const long FreeShare = 20;

    /// <summary>Bytes free on the outbox's disk and bytes it has in all; for tests.</summary>
    internal Func<string, (long Free, long Total)> Disk { get; init; } = DiskOf;

    /// <summary>Null, or what is in the way of so many bytes more.</summary>
    /// <param name="used">Bytes in the outbox that hold something.</param>
    /// <param name="unused">Bytes of its file that hold nothing and are filled first.</param>
    internal string? FaultOf(string path, long used, long unused, long more)
    {
        if (used + more > MostBytes)
            return $"the outbox has reached its limit of {MostBytes >> 20} MiB";
        var (free, total) = Disk(path);
        var spare = Math.Min(FreeBytes, total / FreeShare);
        return more > free + unused - spare ? $"the disk has {free >> 20} MiB free, and {spare >> 20} are kept for the system" : null;
    }

    private static (long Free, long Total) DiskOf(string path)
    {
        var disk = new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return (disk.AvailableFreeSpace, disk.TotalSize);
    }
}
