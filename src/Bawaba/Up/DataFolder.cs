// The one folder everything is kept in: made private to its owner, and held by one process at a time.
namespace Bawaba.Up;

internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(FileStream heldLock) => _lock = heldLock;

    internal static DataFolder Hold(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return new(new FileStream(Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (File.Exists(Path.Combine(path, "lock")))
        {
            throw new UpRefusedException($"{path} is in use by another process ({e.Message})");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UpRefusedException($"{path} cannot be used as data folder: {e.Message}");
        }
    }

    public void Dispose() => _lock.Dispose();
}
