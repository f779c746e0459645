// What of a data folder goes into a backup, and what never does: keys of gates, of the custodian and of the authority,
// passwords of cameras and of the first run, outboxes. The key of second factors goes into an encrypted one alone: with it and the store
// anybody has every second factor. Used by BackupRun and RestoreRun.
namespace Bawaba.Keeping;

internal static class KeptFiles
{
    internal const string CenterFolder = "center";
    internal const string StorePath = CenterFolder + "/" + Bawaba.Center.StoreCopy.FileName;
    internal const string SealKeyPath = CenterFolder + "/" + Bawaba.Center.StoreCopy.SealKeyFileName;
    private static readonly string[] AtTheTop = ["city.json", "mandates.json", "watchlist.json", "gate.json"];
    private static readonly string[] Folders = [CenterFolder, "tls"];

    // The store is copied by itself; the authority's key makes gates, a door's key speaks for this machine; sheets of the last day are
    // made anew each hour, and in a copy they would outlive their day.
    private static readonly string[] Never = [StorePath, StorePath + "-wal", StorePath + "-shm", "center/authority/", "center/situation/", "tls/key.pem"];

    /// <summary>Paths below the folder, with slashes, of everything but the store.</summary>
    internal static IEnumerable<string> In(string dataFolder, bool encrypted)
    {
        foreach (var name in AtTheTop.Where(name => File.Exists(Path.Combine(dataFolder, name))))
            yield return name;
        foreach (var folder in Folders.Select(f => Path.Combine(dataFolder, f)).Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                var path = Path.GetRelativePath(dataFolder, file).Replace(Path.DirectorySeparatorChar, '/');
                if (MayBeKept(path, encrypted))
                    yield return path;
            }
        }
    }

    /// <summary>True for a path that a backup of ours can hold: what is taken out of one is checked as well.</summary>
    internal static bool MayBeKept(string path, bool encrypted) =>
        (encrypted || path != SealKeyPath) &&
        !path.Split('/').Any(part => part is "" or "." or "..")
        && (path == StorePath || !Never.Any(never => never.EndsWith('/') ? path.StartsWith(never, StringComparison.Ordinal) : path == never))
        && (AtTheTop.Contains(path, StringComparer.Ordinal) || Folders.Any(f => path.StartsWith(f + "/", StringComparison.Ordinal)));
}
