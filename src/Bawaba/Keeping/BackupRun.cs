// Makes a backup of a data folder while the program runs: one file, encrypted, whole or not there. Called by BackupVerb.
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Bawaba.Center;
using Bawaba.Contracts.Enrolment;
using Bawaba.Up;

namespace Bawaba.Keeping;

internal sealed class BackupRun(string dataFolder, TimeProvider time)
{
    /// <param name="target">A file that is not there yet.</param>
    /// <param name="passphraseFile">Null: not encrypted.</param>
    internal async Task<BackupManifest> RunAsync(string target, string? passphraseFile, CancellationToken cancellation)
    {
        if (!Directory.Exists(dataFolder))
            throw new UpRefusedException($"{dataFolder}: there is no such data folder");
        if (File.Exists(target))
            throw new UpRefusedException($"{target} is there already; a backup does not overwrite another");
        using var gpg = passphraseFile is null ? null : new Gpg(passphraseFile);
        // Beside the target: the same disk, and the last step is a rename.
        var work = target + ".making";
        try
        {
            PrivateFile.CreateFolder(work);
            var packed = Path.Combine(work, "backup.tar.gz");
            var manifest = await PackAsync(work, packed, gpg is not null, cancellation);
            var done = gpg is null ? packed : Path.Combine(work, "backup.gpg");
            if (gpg is not null)
                await gpg.EncryptAsync(packed, done, cancellation);
            PrivateFile.Restrict(done);
            FlushToDisk(done);
            File.Move(done, target, overwrite: false);
            return manifest;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UpRefusedException($"the backup could not be made: {e.Message}");
        }
        finally
        {
            if (Directory.Exists(work))
                Directory.Delete(work, recursive: true);
        }
    }

    private async Task<BackupManifest> PackAsync(string work, string packed, bool encrypted, CancellationToken cancellation)
    {
        var files = KeptFiles.In(dataFolder, encrypted).ToDictionary(path => path, path => Path.Combine(dataFolder, path), StringComparer.Ordinal);
        if (Directory.Exists(Path.Combine(dataFolder, KeptFiles.CenterFolder)))
        {
            files[KeptFiles.StorePath] = Path.Combine(work, StoreCopy.FileName);
            StoreCopy.Write(Path.Combine(dataFolder, KeptFiles.CenterFolder), files[KeptFiles.StorePath]);
        }
        if (files.Count == 0)
            throw new UpRefusedException($"{dataFolder} holds nothing that a backup keeps");
        var manifest = new BackupManifest { Format = BackupManifest.CurrentFormat, MadeAt = time.GetUtcNow(), Files = [] };
        // Read once each: a file that changes meanwhile is in the backup as its sum says.
        await using var tar = new TarWriter(new GZipStream(PrivateFile.Create(packed), CompressionLevel.Optimal), TarEntryFormat.Pax);
        foreach (var (path, file) in files)
        {
            var copy = Path.Combine(work, "file");
            File.Copy(file, copy, overwrite: true);
            await using (var content = File.OpenRead(copy))
                manifest.Files[path] = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
            await tar.WriteEntryAsync(copy, path, cancellation);
        }
        await tar.WriteEntryAsync(
            new PaxTarEntry(TarEntryType.RegularFile, BackupManifest.Name) { DataStream = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(manifest, BackupJson.Default.BackupManifest)) },
            cancellation);
        return manifest;
    }

    private static void FlushToDisk(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }
}
