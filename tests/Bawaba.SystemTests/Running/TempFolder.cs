namespace Bawaba.SystemTests.Running;

/// <summary>A new empty folder for one test, gone with it.</summary>
internal sealed class TempFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("bawaba-").FullName;

    internal string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A child that is just dying may still write; the system's cleaner takes what is left.
        }
    }
}
