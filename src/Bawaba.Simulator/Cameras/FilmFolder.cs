namespace Bawaba.Simulator.Cameras;

/// <summary>Where converted films stand while the simulator lives: a private folder of the system's temporary one.</summary>
internal sealed class FilmFolder : IDisposable
{
    private readonly Lock _lock = new();
    private DirectoryInfo? _folder;
    private int _films;

    internal string NextPath()
    {
        lock (_lock)
        {
            _folder ??= Directory.CreateTempSubdirectory("bawaba-cameras-");
            return Path.Combine(_folder.FullName, $"film-{++_films}");
        }
    }

    public void Dispose()
    {
        try
        {
            _folder?.Delete(recursive: true);
        }
        catch (IOException)
        {
            // Whoever cleans the temporary folder takes the rest.
        }
    }
}
