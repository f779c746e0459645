// `bawaba score`: how well plates are read, as a table by set, country, width and condition, and pages of every miss.
using System.CommandLine;
using Bawaba.Vision;

namespace Bawaba.Scoring;

internal static class ScoreVerb
{
    private const int Failed = 2;
    private const int Most = 100_000;

    internal static Command Command()
    {
        var photos = new Option<string?>("--photos") { Description = "A folder with photos.jsonl and the photos it names" };
        var split = new Option<string>("--split") { Description = "Which of them", DefaultValueFactory = _ => "dev" };
        var set = new Option<string?>("--set") { Description = "Only this set" };
        var frames = Count("--frames", "Drawn plates of each country, read from one frame", 200);
        var tracks = Count("--tracks", "Drawn tracks of each country", 50);
        var seed = new Option<int>("--seed") { Description = "Of the drawn plates; another seed, other plates", DefaultValueFactory = _ => 10_000 };
        var sheets = new Option<string?>("--sheets") { Description = "Write pages of every miss into this folder (they show plates: keep them out of any project)" };
        var command = new Command("score", "Measure how well plates are read") { photos, split, set, frames, tracks, seed, sheets };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed.GetValue(photos), p => p.Split == parsed.GetValue(split) && (parsed.GetValue(set) is not { } only || p.Set == only),
            parsed.GetValue(frames), parsed.GetValue(tracks), parsed.GetValue(seed), parsed.GetValue(sheets), cancellation)));
        return command;
    }

    private static Option<int> Count(string name, string description, int value)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > Most)
                result.AddError($"{name} is a number from 0 to {Most}.");
        });
        return option;
    }

    private static int Run(string? folder, Func<TruePhoto, bool> chosen, int frames, int tracks, int seed, string? sheets, CancellationToken cancellation)
    {
        var (output, progress) = (System.Console.Out, System.Console.Error);
        try
        {
            var photos = folder is null ? [] : TruePhoto.Read(folder).Where(chosen).ToList();
            if (folder is not null && photos.Count == 0)
                throw new InvalidDataException("no photo of that set and split");
            using var reader = new PlateReader(new() { ModelsFolder = ModelsFolder.Path });
            var sheet = new MissSheet(sheets);
            var scored = new PhotoScoring(reader, sheet);
            scored.Run(photos, progress, cancellation);
            if (photos.Count > 0)
                scored.Print(output);
            var drawn = new DrawnScoring(reader, sheet);
            drawn.Run(frames, tracks, seed, progress, cancellation);
            if (frames + tracks > 0)
                drawn.Print(output);
            sheet.Write(output);
            return 0;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            progress.WriteLine($"bawaba score: {e.Message}");
            return Failed;
        }
    }
}
