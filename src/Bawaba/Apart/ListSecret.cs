// The secret this machine opens its kept list with at a start without the center: a file that was named, or a credential systemd
// unsealed by the machine's TPM. Read by GateRun, once.
using Bawaba.Contracts.Enrolment;
using Bawaba.Proof.Sealing;
using Bawaba.Up;

namespace Bawaba.Apart;

internal static class ListSecret
{
    internal const string Credential = "bawaba-list-key";
    private const int MostBytes = 4096;

    /// <summary>Null where there is none.</summary>
    internal static byte[]? Read(string? path)
    {
        try
        {
            if (path is not null)
                return Whole(PrivateFile.Open(path, MostBytes), path);
            // The folder is the service's own; an access list on its files looks like a group's right to a check of modes.
            return Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY") is { Length: > 0 } folder && Path.Combine(folder, Credential) is var given && File.Exists(given)
                ? Whole(File.OpenRead(given), given)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new UpRefusedException($"the key of the kept list cannot be read: {e.Message}");
        }
    }

    private static byte[] Whole(FileStream file, string path)
    {
        using (file)
        {
            if (file.Length is < SealingKey.Bytes or > MostBytes)
                throw new InvalidDataException($"{path} has {file.Length} bytes; {SealingKey.Bytes} to {MostBytes} are needed");
            var secret = new byte[file.Length];
            file.ReadExactly(secret);
            return secret;
        }
    }
}
