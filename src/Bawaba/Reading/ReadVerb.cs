// `bawaba read`: photos and videos in, plates and passages out, on standard output. A source that cannot be read is
// named on standard error and the others still run; the exit code is then 2.
using System.CommandLine;
using Bawaba.Vision;

namespace Bawaba.Reading;

internal static class ReadVerb
{
    internal const int SomeFailed = 2;

    internal static Command Command()
    {
        var sources = new Argument<string[]>("SOURCE") { Description = "Photos (jpg, png) or video files; with --lab also rtsp:// addresses", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "One JSON line a photo or passage" };
        var maxFps = new Option<double>("--max-fps") { Description = "Frames of a video read per second", DefaultValueFactory = _ => 12 };
        var lab = new Option<bool>("--lab") { Description = "Allow rtsp://, --crops and --explain; refused where a gate is enrolled" };
        var crops = new Option<string?>("--crops") { Description = "With --lab: write a picture of every plate into this folder" };
        var explain = new Option<string?>("--explain") { Description = "With --lab: write a page (HTML) that shows how each photo was read, stage by stage" };
        var seconds = new Option<double?>("--seconds") { Description = "Stop an rtsp:// source after this long" };
        var data = new Option<string>("--data") { Description = "The system's data folder, to see whether a gate is enrolled", DefaultValueFactory = _ => Up.DefaultDataFolder.Path };
        var models = ModelsFolder.Option();
        maxFps.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0.1 and <= 60))
                result.AddError("--max-fps is a number from 0.1 to 60.");
        });
        var command = new Command("read", "Read number plates from photos and videos") { sources, json, maxFps, lab, crops, explain, seconds, data, models };
        command.SetAction((parsed, cancellation) =>
        {
            var options = new ReadOptions
            {
                Sources = parsed.GetRequiredValue(sources),
                Json = parsed.GetValue(json),
                MaxFramesPerSecond = parsed.GetValue(maxFps),
                Lab = parsed.GetValue(lab),
                CropsFolder = parsed.GetValue(crops),
                ExplainPath = parsed.GetValue(explain),
                StreamDuration = parsed.GetValue(seconds) is { } s ? TimeSpan.FromSeconds(s) : null,
                DataFolder = parsed.GetRequiredValue(data),
                ModelsFolder = parsed.GetRequiredValue(models),
            };
            return CheckedAsync(options, cancellation);
        });
        return command;
    }

    private static async Task<int> CheckedAsync(ReadOptions options, CancellationToken cancellation)
    {
        try
        {
            return await RunAsync(options, cancellation);
        }
        catch (InvalidDataException e)
        {
            await System.Console.Error.WriteLineAsync($"bawaba read: {e.Message}");
            return SomeFailed;
        }
    }

    private static async Task<int> RunAsync(ReadOptions options, CancellationToken cancellation)
    {
        if (options.WhyRefused() is { } refusal)
        {
            await System.Console.Error.WriteLineAsync($"bawaba read: {refusal}");
            return SomeFailed;
        }
        using var reader = new PlateReader(new() { ModelsFolder = options.ModelsFolder, Threads = Math.Min(2, Environment.ProcessorCount) });
        await using var output = new ReadOutput(options.Json);
        var page = options.ExplainPath is { } path ? new ExplainPage(path) : null;
        var photos = new PhotoReading(reader, output, options.CropsFolder, page);
        var videos = new VideoReading(reader, output, options);
        var failed = 0;
        foreach (var source in options.Sources)
        {
            cancellation.ThrowIfCancellationRequested();
            var fault = SourceKind.Of(source) switch
            {
                SourceKind.Kind.Missing => "the file does not exist",
                SourceKind.Kind.Empty => "the file is empty (0 bytes)",
                SourceKind.Kind.Folder => "a folder; name the files in it",
                SourceKind.Kind.Photo => photos.Read(source),
                _ => await videos.ReadAsync(source, cancellation),
            };
            if (fault is null)
                continue;
            failed++;
            await output.FaultAsync(source, fault);
        }
        if (page?.Write() is { } unwritten)
        {
            failed++;
            await output.FaultAsync(options.ExplainPath!, unwritten);
        }
        return failed > 0 ? SomeFailed : 0;
    }
}
