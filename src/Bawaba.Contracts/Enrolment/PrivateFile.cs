// Files and folders that their owner alone may read, from the moment they exist. Used for keys, passwords and backups.
namespace Bawaba.Contracts.Enrolment;

/// <summary>Writes and reads files with secrets in them.</summary>
public static class PrivateFile
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Writes it whole or not at all; on disk when the call returns.</summary>
    /// <param name="path">Its folder exists.</param>
    /// <param name="content">The whole of it.</param>
    /// <param name="overwrite">False: a file that stands there is an <see cref="IOException"/>.</param>
    public static void Write(string path, string content, bool overwrite = false) =>
        Write(path, System.Text.Encoding.UTF8.GetBytes(content), overwrite);

    /// <inheritdoc cref="Write(string, string, bool)"/>
    public static void Write(string path, ReadOnlySpan<byte> content, bool overwrite = false)
    {
        // What an earlier try left behind may be open to others: it is never written into.
        var draft = path + ".new";
        File.Delete(draft);
        using (var stream = Create(draft))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }
        File.Move(draft, path, overwrite);
    }

    /// <summary>A new file, to be written and read; one that stands there is an <see cref="IOException"/>.</summary>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Owner;
        return new(path, options);
    }

    /// <summary>A folder, where there is none.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, Owner | UnixFileMode.UserExecute);
    }

    /// <summary>Takes the file from everybody but its owner.</summary>
    public static void Restrict(string path)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, Owner);
    }

    /// <summary>Opens a file that somebody wrote a secret into.</summary>
    /// <exception cref="InvalidDataException">It is open to others, or larger than it may be.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileStream Open(string path, int mostBytes)
    {
        var file = File.OpenRead(path);
        try
        {
            // The mode of the file that was opened, not of the name: the two could be changed in between.
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file.SafeFileHandle) & Others) != 0)
                throw new InvalidDataException($"{path} can be read or written by others than its owner; run: chmod 600 {path}");
            if (file.Length > mostBytes)
                throw new InvalidDataException($"{path} is larger than {mostBytes} bytes");
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
