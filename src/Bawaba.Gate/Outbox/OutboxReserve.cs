// Disk space held back beside the outbox. SQLite needs room even to delete: without it an outbox that has filled its disk
// could never hand over what it holds. Used by GateOutbox. Promises to be given up only to drain, or to open on a full
// disk, and to be taken again when there is space to spare.
using System.Security.Cryptography;

namespace Bawaba.Gate.Outbox;

internal sealed class OutboxReserve(string outboxPath)
{
    /// <summary>Enough for a checkpoint of the longest log (see OutboxStore) and the deletion of one record.</summary>
    internal const int Bytes = 2 << 20;

    // Less free than this, and taking the reserve would be what fills the disk.
    private const long SpareFactor = 3;
    private const int PieceBytes = 64 << 10;
    private readonly string _path = outboxPath + ".reserve";

    internal bool IsHeld => File.Exists(_path) && new FileInfo(_path).Length == Bytes;

    /// <summary>Takes the reserve where it is not held and space allows; a disk that refuses is no fault yet.</summary>
    internal void TryTake()
    {
        if (IsHeld)
            return;
        try
        {
            if (new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(_path))!).AvailableFreeSpace < SpareFactor * Bytes)
                return;
            using var file = new FileStream(_path, FileMode.Create, FileAccess.Write, FileShare.None);
            // Random: a file system that compresses, or leaves holes, would hold nothing back for zeros.
            for (var written = 0; written < Bytes; written += PieceBytes)
                file.Write(RandomNumberGenerator.GetBytes(PieceBytes));
            file.Flush(flushToDisk: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Give();
        }
    }

    /// <summary>Gives the space back to the disk; returns whether there was any.</summary>
    internal bool Give()
    {
        if (!File.Exists(_path))
            return false;
        try
        {
            File.Delete(_path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
