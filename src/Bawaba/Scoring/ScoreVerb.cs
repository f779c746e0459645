// `bawaba score`: how well plates are read, as a table by set, country, width and condition, and pages of every miss.
using System.CommandLine;
using Bawaba.Up;
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
        var places = new Option<string?>("--places") { Description = "Write every place of the photos, kept or not, with the stages' figures into this file (tab-separated)" };
        var models = ModelsFolder.Option();
        var command = new Command("score", "Measure how well plates are read") { photos, split, set, frames, tracks, seed, sheets, places, models };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            new()
            {
                PhotosFolder = parsed.GetValue(photos),
                Split = parsed.GetRequiredValue(split),
                Set = parsed.GetValue(set),
                Frames = parsed.GetValue(frames),
                Tracks = parsed.GetValue(tracks),
                Seed = parsed.GetValue(seed),
                SheetsFolder = parsed.GetValue(sheets),
                PlacesPath = parsed.GetValue(places),
                ModelsFolder = parsed.GetRequiredValue(models),
            },
            cancellation)));
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

    private static int Run(ScoreOptions options, CancellationToken cancellation)
    {
        var (output, progress) = (System.Console.Out, System.Console.Error);
        try
        {
            if (options.SheetsFolder is not null && EnrolmentMark.Find(DefaultDataFolder.Path) is { } mark)
                throw new InvalidDataException($"this machine is enrolled as a gate ({mark}); --sheets keeps plates and is refused here");
            var photos = options.PhotosFolder is { } folder ? TruePhoto.Read(folder).Where(options.Chooses).ToList() : [];
            if (options.PhotosFolder is not null && photos.Count == 0)
                throw new InvalidDataException("no photo of that set and split");
            using var reader = new PlateReader(new() { ModelsFolder = options.ModelsFolder });
            var sheet = new MissSheet(options.SheetsFolder);
            using var log = options.PlacesPath is { } path ? new PlaceLog(path) : null;
            var scored = new PhotoScoring(reader, sheet, log);
            scored.Run(photos, progress, cancellation);
            if (photos.Count > 0)
                scored.Print(output);
            var drawn = new DrawnScoring(reader, sheet);
            drawn.Run(options.Frames, options.Tracks, options.Seed, progress, cancellation);
            if (options.Frames + options.Tracks > 0)
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
