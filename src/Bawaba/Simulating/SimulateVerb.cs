// `bawaba simulate`: a camera without hardware, on this machine only. Plays video files for ever, or draws a lane; faults
// are switched over HTTP while it runs.
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net.Sockets;
using Bawaba.Contracts;
using Bawaba.Simulator.Cameras;
using Bawaba.Simulator.Stage;
using Bawaba.Simulator.Stage.Films;
using Bawaba.Simulator.Web;

namespace Bawaba.Simulating;

internal static class SimulateVerb
{
    private const int Refused = 2;
    private const int MaxLanes = 4;

    internal static Command Command()
    {
        var files = new Argument<string[]>("FILE") { Description = "Video files to play for ever; none draws a lane", Arity = ArgumentArity.ZeroOrMore };
        var port = new Option<int>("--port") { Description = "Port on 127.0.0.1; 0 takes a free one", DefaultValueFactory = _ => 8554 };
        var http = new Option<int>("--http") { Description = "Port on 127.0.0.1 of the faults' switch; 0 takes a free one", DefaultValueFactory = _ => 0 };
        var login = new Option<string?>("--login") { Description = "File with {\"userName\":…,\"password\":…} that the cameras ask for; without, everybody is let in" };
        var discovery = new Option<bool>("--discovery") { Description = "Let ONVIF clients on this machine find the cameras (WS-Discovery, UDP 3702)" };
        var seed = new Option<int>("--seed") { Description = "Seed of the drawn lane", DefaultValueFactory = _ => 1 };
        var lanes = new Option<int>("--lanes") { Description = $"Lanes to draw where no file is given, 1 to {MaxLanes}", DefaultValueFactory = _ => 1 };
        lanes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MaxLanes)
                result.AddError($"--lanes is 1 to {MaxLanes}");
        });
        var command = new Command("simulate", "Serve simulated cameras over RTSP on this machine") { files, port, http, login, discovery, seed, lanes };
        foreach (var number in (Option<int>[])[port, http])
            number.Validators.Add(result => Check(result, number));
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(files) ?? [], parsed.GetValue(port), parsed.GetValue(http), parsed.GetValue(login), parsed.GetValue(discovery),
            [.. Enumerable.Range(0, parsed.GetValue(lanes)).Select(i => parsed.GetValue(seed) + i)], cancellation));
        return command;
    }

    private static void Check(OptionResult result, Option<int> port)
    {
        if (result.Errors.Any() || result.GetValueOrDefault<int>() is >= 0 and <= ushort.MaxValue)
            return;
        result.AddError($"{port.Name} is 0 to {ushort.MaxValue}");
    }

    private static async Task<int> RunAsync(string[] files, int port, int http, string? login, bool discovery, int[] seeds, CancellationToken cancellation)
    {
        using var loggers = LoggerFactory.Create(builder => builder.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning));
        await using var simulator = new CameraSimulator(TimeProvider.System, loggers);
        var films = new List<StageFilm>();
        try
        {
            var options = new SimulatedCameraOptions { Login = login is null ? null : LoginFile.Read(login) };
            for (var i = 0; files.Length == 0 && i < seeds.Length; i++)
                films.Add(await DrawAsync(simulator, options, DrawnLane(i), seeds[i], loggers, cancellation));
            var ids = films.Count == 0 ? await AddAsync(simulator, options, files, cancellation) : films.Select((_, i) => DrawnLane(i)).ToList();
            simulator.Start(port);
            await using var web = await SimulatorWeb.StartAsync(simulator, http, cancellation, discovery);
            System.Console.WriteLine($"Faults: {web.Address}faults");
            foreach (var id in ids)
                System.Console.WriteLine($"ONVIF: {web.DeviceAddressOf(id)}");
            foreach (var id in ids)
                System.Console.WriteLine($"Ready: {simulator.UrlOf(id)}");
            await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return 0;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or SocketException or ArgumentException)
        {
            await System.Console.Error.WriteLineAsync($"bawaba simulate: {(e is SocketException ? $"port {port} cannot be served: {e.Message}" : e.Message)}");
            return Refused;
        }
        finally
        {
            foreach (var film in films)
                await film.DisposeAsync();
        }
    }

    private static CameraId DrawnLane(int number) => CameraId.Parse($"stage-{(number + 1).ToString(CultureInfo.InvariantCulture)}");

    private static async Task<StageFilm> DrawAsync(
        CameraSimulator simulator, SimulatedCameraOptions options, CameraId lane, int seed, ILoggerFactory loggers, CancellationToken cancellation)
    {
        var settings = new StageSettings { Seed = seed, CameraName = lane.Value.ToUpperInvariant().Replace('-', ' ') };
        var film = await StageFilm.MakeAsync(settings, StageFilm.DefaultFolder, loggers.CreateLogger<StageFilm>(), cancellation);
        simulator.AddFilm(lane, film.Path, film.FramesPerSecond, film.Written, options);
        return film;
    }

    private static async Task<List<CameraId>> AddAsync(CameraSimulator simulator, SimulatedCameraOptions options, string[] files, CancellationToken cancellation)
    {
        var ids = new List<CameraId>();
        foreach (var file in files)
        {
            ids.Add(CameraId.Parse($"file-{ids.Count + 1}"));
            await simulator.AddFileAsync(ids[^1], file, cancellation, options);
        }
        return ids;
    }
}
