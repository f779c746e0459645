// `bawaba simulate`: a camera without hardware, on this machine only. Plays a video file for ever, or draws a lane.
using System.CommandLine;
using Bawaba.Contracts;
using Bawaba.Simulator.Cameras;

namespace Bawaba.Simulating;

internal static class SimulateVerb
{
    private const int Refused = 2;

    internal static Command Command()
    {
        var files = new Argument<string[]>("FILE") { Description = "Video files to play for ever; none draws a lane", Arity = ArgumentArity.ZeroOrMore };
        var port = new Option<int>("--port") { Description = "Port on 127.0.0.1; 0 takes a free one", DefaultValueFactory = _ => 8554 };
        var seed = new Option<int>("--seed") { Description = "Seed of the drawn lane", DefaultValueFactory = _ => 1 };
        var command = new Command("simulate", "Serve simulated cameras over RTSP on this machine") { files, port, seed };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(files) ?? [], parsed.GetValue(port), parsed.GetValue(seed), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] files, int port, int seed, CancellationToken cancellation)
    {
        using var loggers = LoggerFactory.Create(builder => builder.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning));
        await using var simulator = new CameraSimulator(TimeProvider.System, loggers);
        try
        {
            var ids = await AddAsync(simulator, files, seed, cancellation);
            simulator.Start(port);
            foreach (var id in ids)
                Console.WriteLine($"Ready: {simulator.UrlOf(id)}");
        }
        catch (Exception e) when (e is FileNotFoundException or InvalidDataException or System.Net.Sockets.SocketException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync($"bawaba simulate: {e.Message}");
            return Refused;
        }
        await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return 0;
    }

    private static async Task<List<CameraId>> AddAsync(CameraSimulator simulator, string[] files, int seed, CancellationToken cancellation)
    {
        var ids = new List<CameraId>();
        for (var i = 0; i < files.Length; i++)
        {
            ids.Add(CameraId.Parse($"file-{i + 1}"));
            await simulator.AddFileAsync(ids[^1], files[i], cancellation);
        }
        if (files.Length == 0)
        {
            ids.Add(CameraId.Parse("stage-1"));
            throw new InvalidOperationException($"no file was given, and the drawn lane (seed {seed}) is not there yet");
        }
        return ids;
    }
}
