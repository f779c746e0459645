// A file that its owner alone may read, whole or not there, on disk when the call returns. Used for keys: the authority's
// at the center, the gate's own.
namespace Bawaba.Contracts.Enrolment;

/// <summary>Writes files with secrets in them.</summary>
public static class PrivateFile
{
    /// <param name="path">Its folder exists.</param>
    /// <param name="content">The whole of it.</param>
    /// <param name="overwrite">False: a file that stands there is an <see cref="IOException"/>.</param>
    public static void Write(string path, string content, bool overwrite = false)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        // What an earlier try left behind may be open to others: it is never written into.
        var draft = path + ".new";
        File.Delete(draft);
        using (var stream = new FileStream(draft, options))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(content));
            stream.Flush(flushToDisk: true);
        }
        File.Move(draft, path, overwrite);
    }
}
