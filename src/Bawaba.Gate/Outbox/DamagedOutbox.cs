using System.Globalization;

namespace Bawaba.Gate.Outbox;

/// <summary>Moves a damaged outbox out of the way, so that a person may look at it and the gate goes on.</summary>
internal static class DamagedOutbox
{
    /// <summary>Returns the new name. The write-ahead log goes with its database.</summary>
    internal static string SetAside(string path, TimeProvider time)
    {
        var aside = path + time.GetUtcNow().ToString("'.damaged-'yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        File.Move(path, aside);
        foreach (var suffix in (string[])["-wal", "-shm"])
        {
            if (File.Exists(path + suffix))
                File.Move(path + suffix, aside + suffix);
        }
        return aside;
    }
}
