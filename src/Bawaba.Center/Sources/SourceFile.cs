// Reading and keeping source files on disk. Promises: no more than a limit is read, and a kept copy is whole or absent.
namespace Bawaba.Center.Sources;

internal static class SourceFile
{
    /// <summary>The content; null when the file is missing, or with a fault when it cannot be read.</summary>
    internal static byte[]? Read(string path, int maxBytes, FaultList faults)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (file.Length > maxBytes)
            {
                faults.Add("file", $"larger than {maxBytes} bytes");
                return null;
            }
            var content = new byte[file.Length];
            file.ReadExactly(content);
            return content;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add("file", $"cannot be read ({e.GetType().Name})");
            return null;
        }
    }

    /// <summary>Time and size, by which a change is noticed.</summary>
    internal static (DateTime At, long Length) Stamp(string path)
    {
        var info = new FileInfo(path);
        return info.Exists ? (info.LastWriteTimeUtc, info.Length) : default;
    }

    internal static void Keep(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(beside, options))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }
        File.Move(beside, path, overwrite: true);
    }
}
