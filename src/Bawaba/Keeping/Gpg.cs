// Encrypts and decrypts a backup with GnuPG, a program that is there when we are not: a copy can be opened by hand.
// The passphrase goes by a file, never by an argument. Used by BackupRun and RestoreRun.
using System.Diagnostics;
using Bawaba.Contracts.Enrolment;
using Bawaba.Up;

namespace Bawaba.Keeping;

internal sealed class Gpg : IDisposable
{
    private const int MinPassphrase = 12;
    private const int MaxPassphraseFileBytes = 4096;
    private readonly string _home;
    private readonly string _passphraseFile;

    internal Gpg(string passphraseFile)
    {
        try
        {
            using var file = PrivateFile.Open(passphraseFile, MaxPassphraseFileBytes);
            if (file.Length < MinPassphrase)
                throw new UpRefusedException($"{passphraseFile}: a passphrase of {MinPassphrase} characters or more is asked for, on one line");
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new UpRefusedException($"the passphrase cannot be used: {e.Message}");
        }
        _passphraseFile = passphraseFile;
        _home = Directory.CreateTempSubdirectory("bawaba-gpg-").FullName;
    }

    internal Task EncryptAsync(string source, string target, CancellationToken cancellation) => RunAsync(
        ["--symmetric", "--cipher-algo", "AES256", "--s2k-digest-algo", "SHA512", "--s2k-count", "65011712", "--compress-algo", "none", "--output", target, source],
        "the backup cannot be encrypted", cancellation);

    internal Task DecryptAsync(string source, string target, CancellationToken cancellation) =>
        RunAsync(["--output", target, "--decrypt", source], "the backup cannot be decrypted (another passphrase, or it is damaged)", cancellation);

    public void Dispose() => Directory.Delete(_home, recursive: true);

    private async Task RunAsync(string[] arguments, string whatFailed, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("gpg") { UseShellExecute = false, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in (string[])["--homedir", _home, "--batch", "--no-tty", "--yes", "--quiet", "--pinentry-mode", "loopback", "--passphrase-file", _passphraseFile, .. arguments])
            start.ArgumentList.Add(argument);
        using var gpg = StartOrRefuse(start);
        gpg.StandardInput.Close();
        try
        {
            var said = await gpg.StandardError.ReadToEndAsync(cancellation);
            await gpg.WaitForExitAsync(cancellation);
            if (gpg.ExitCode != 0)
                throw new UpRefusedException($"{whatFailed}: {said.Trim().ReplaceLineEndings("; ")}");
        }
        finally
        {
            if (!gpg.HasExited)
                gpg.Kill(entireProcessTree: true);
        }
    }

    private static Process StartOrRefuse(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new UpRefusedException("gpg is missing; install it (apt-get install gpg), or start through ./bawaba");
        }
    }
}
