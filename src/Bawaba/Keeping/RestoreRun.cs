// Makes a data folder out of a backup: into an empty place, everything checked before anything is put there. Called by
// RestoreVerb. What a backup may not hold is refused, whoever made it.
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Bawaba.Center;
using Bawaba.Contracts.Enrolment;
using Bawaba.Up;

namespace Bawaba.Keeping;

internal sealed class RestoreRun(string dataFolder, TimeProvider time)
{
    private const long MaxBytes = 64L << 30;

    internal async Task<BackupManifest> RunAsync(string backup, string? passphraseFile, CancellationToken cancellation)
    {
        if (!File.Exists(backup))
            throw new UpRefusedException($"{backup}: there is no such backup");
        if (Directory.Exists(dataFolder) && Directory.EnumerateFileSystemEntries(dataFolder).Any())
            throw new UpRefusedException($"{dataFolder} is not empty; a backup is restored into a new folder");
        using var gpg = passphraseFile is null ? null : new Gpg(passphraseFile);
        var work = dataFolder.TrimEnd('/') + ".restoring";
        try
        {
            PrivateFile.CreateFolder(work);
            var packed = backup;
            if (gpg is not null)
                await gpg.DecryptAsync(backup, packed = Path.Combine(work, "backup.tar.gz"), cancellation);
            var place = Path.Combine(work, "data");
            PrivateFile.CreateFolder(place);
            var manifest = await UnpackAsync(packed, place, gpg is not null, cancellation);
            if (manifest.Files.ContainsKey(KeptFiles.StorePath))
                StoreCopy.MakeReady(Path.Combine(place, KeptFiles.CenterFolder), manifest.MadeAt, time);
            if (Directory.Exists(dataFolder))
                Directory.Delete(dataFolder);
            Directory.Move(place, dataFolder);
            return manifest;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or JsonException or FormatException)
        {
            throw new UpRefusedException($"the backup could not be restored: {e.Message}");
        }
        finally
        {
            if (Directory.Exists(work))
                Directory.Delete(work, recursive: true);
        }
    }

    private static async Task<BackupManifest> UnpackAsync(string packed, string place, bool encrypted, CancellationToken cancellation)
    {
        BackupManifest? manifest = null;
        var sums = new Dictionary<string, string>(StringComparer.Ordinal);
        long bytes = 0;
        await using var tar = new TarReader(new GZipStream(File.OpenRead(packed), CompressionMode.Decompress));
        while (await tar.GetNextEntryAsync(copyData: false, cancellation) is { } entry)
        {
            if ((bytes += entry.Length) > MaxBytes)
                throw new InvalidDataException("it is too large to be a backup");
            if (entry.EntryType is not TarEntryType.RegularFile || entry.DataStream is null && entry.Length > 0)
                throw new InvalidDataException($"'{entry.Name}' is no file");
            if (entry.Name == BackupManifest.Name)
                manifest = await JsonSerializer.DeserializeAsync(entry.DataStream!, BackupJson.Default.BackupManifest, cancellation);
            else if (!KeptFiles.MayBeKept(entry.Name, encrypted) || !sums.TryAdd(entry.Name, await PutAsync(entry, Path.Combine(place, entry.Name), cancellation)))
                throw new InvalidDataException($"'{entry.Name}' does not belong into a backup");
        }
        if (manifest is not { Format: BackupManifest.CurrentFormat })
            throw new InvalidDataException("it is cut short, no backup of ours, or of a newer program");
        if (manifest.Files.Count != sums.Count || manifest.Files.FirstOrDefault(f => sums.GetValueOrDefault(f.Key) != f.Value) is { Key: { } wrong })
            throw new InvalidDataException($"it is damaged: {sums.Count} files, {manifest.Files.Count} expected");
        return manifest;
    }

    private static async Task<string> PutAsync(TarEntry entry, string path, CancellationToken cancellation)
    {
        PrivateFile.CreateFolder(Path.GetDirectoryName(path)!);
        await using var file = PrivateFile.Create(path);
        if (entry.DataStream is { } content)
            await content.CopyToAsync(file, cancellation);
        file.Flush(flushToDisk: true);
        file.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
    }
}
