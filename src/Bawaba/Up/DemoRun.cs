// The demo city's own world: films of drawn lanes and the cameras that show them. Started by UpRun before anything else;
// stands outside the data folder, as real cameras would. Promises that the city file names the port that is served now.
using System.Net.Sockets;
using Bawaba.Simulator.Cameras;
using Bawaba.Simulator.City;
using Bawaba.Simulator.Stage.Films;

namespace Bawaba.Up;

internal sealed class DemoRun : IAsyncDisposable
{
    private const int UsualPort = 8554;
    private readonly List<StageFilm> _films = [];
    private readonly CameraSimulator _simulator;
    private readonly ILogger _logger;

    private DemoRun(TimeProvider time, ILoggerFactory loggers)
    {
        _simulator = new(time, loggers);
        _logger = loggers.CreateLogger<DemoRun>();
    }

    /// <summary>Serves the port and writes the files; the cameras follow with <see cref="PlayAsync"/>.</summary>
    internal static async Task<DemoRun> StartAsync(UpOptions options, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellation)
    {
        var demo = new DemoRun(time, loggers);
        try
        {
            demo.Serve();
            // The mark comes first: a folder that was begun as the demo's is never taken for a real city's.
            await File.WriteAllTextAsync(options.DemoMarkPath, "This folder belongs to the demo city: its vehicles are drawn.\n", cancellation);
            DemoCity.WriteFiles(options.DataFolder, time, demo._simulator.Port);
            return demo;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await demo.DisposeAsync();
            throw new UpRefusedException($"the demo city cannot be set up: {e.Message}");
        }
        catch
        {
            await demo.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Adds the cameras. Drawing takes a core and more until the films are whole, so it begins when the rest stands; a
    /// camera plays what is drawn so far.
    /// </summary>
    internal async Task PlayAsync(CancellationToken cancellation)
    {
        try
        {
            foreach (var camera in DemoCity.Cameras)
            {
                var film = await StageFilm.MakeAsync(camera.Stage, StageFilm.DefaultFolder, _logger, cancellation);
                _films.Add(film);
                _simulator.AddFilm(camera.Id, film.Path, film.FramesPerSecond, film.Written);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UpRefusedException($"the demo city's films cannot be drawn: {e.Message}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _simulator.DisposeAsync();
        foreach (var film in _films)
            await film.DisposeAsync();
    }

    private void Serve()
    {
        try
        {
            _simulator.Start(UsualPort);
        }
        catch (SocketException)
        {
            // Somebody else has it; the city file is written with the one that is taken instead.
            _simulator.Start(0);
        }
    }
}
