// Plays drawn vehicles before a tracker: what the detector, the reader and the road model would report, with their
// misses, trembling and misreadings, from a seed. No pixels.
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Gate.Passages;
using Bawaba.Vision;
using Microsoft.Extensions.Time.Testing;

namespace Bawaba.Tests.Gate.Passages;

internal sealed class Scene(IReadOnlyList<Actor> actors)
{
    internal IReadOnlyList<Actor> Actors { get; } = actors;

    internal const int Width = 640;
    internal const int Height = 360;
    internal static readonly DateTimeOffset Start = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);
    internal static readonly PictureLine NearLine = new(0, 0.6, 1, 0.6);

    /// <summary>Seconds after which nobody is in the picture any more.</summary>
    internal double Ends => Actors.Max(a => a.StartSeconds + a.CrossingSeconds + a.StopSeconds) + 3;

    internal double FramesPerSecond { get; init; } = 8;

    internal double MissShare { get; init; }

    internal double MisreadShare { get; init; }

    internal float TremblePx { get; init; } = 0.7f;

    internal int Seed { get; init; } = 1;

    /// <summary>A text that is read without much confidence.</summary>
    internal string? Weak { get; init; }

    internal TrackerSettings Settings { get; init; } = new()
    {
        Camera = CameraId.Parse("camera-1"),
        Lane = LaneId.Parse("lane-1"),
        Line = NearLine,
        Approaching = Direction.In,
    };

    /// <summary>Every sighting, the frames' pictures left out; flushed at the end.</summary>
    internal IReadOnlyList<PassageSighting> Play(double seconds)
    {
        var found = new List<PassageSighting>();
        using var tracker = new PassageTracker(Settings, new FakeTimeProvider(Start), text => text.Length >= 4, scores => scores.Decode());
        var random = new Random(Seed);
        for (var step = 0; step < seconds * FramesPerSecond; step++)
            Show(tracker, step / FramesPerSecond, random, found);
        tracker.Flush(found.Add);
        return found;
    }

    internal IReadOnlyList<Passage> Passages(double seconds) => [.. Play(seconds).Where(s => s.Revision == 0).Select(s => s.Passage)];

    private void Show(PassageTracker tracker, double seconds, Random random, List<PassageSighting> found)
    {
        using var frame = Frame.Rent(Width, Height, Start.AddSeconds(seconds));
        var plates = new List<PlateObservation>();
        var blobs = new List<Blob>();
        foreach (var actor in Actors)
        {
            if (actor.Way(seconds) is not { } way)
                continue;
            if (actor.HasBody)
                blobs.Add(new(actor.BodyAt(way)));
            if (actor.Text is not null && random.NextDouble() >= MissShare)
                plates.Add(Read(actor, way, random));
        }
        tracker.Observe(frame, blobs, plates, found.Add);
    }

    private PlateObservation Read(Actor actor, double way, Random random)
    {
        var corners = actor.PlateAt(way).Offset(Tremble(random), Tremble(random));
        var misread = random.NextDouble() < MisreadShare;
        var text = misread ? Misread(actor.Text!, random) : actor.Text!;
        return ReadingOf.Text(text, corners, misread || text == Weak ? 0.8f : 0.97f, actor.Legible);
    }

    private float Tremble(Random random) => TremblePx * ((2 * random.NextSingle()) - 1);

    private static string Misread(string text, Random random)
    {
        var at = random.Next(text.Length);
        return char.IsAsciiDigit(text[at]) ? $"{text[..at]}{(char)('0' + random.Next(10))}{text[(at + 1)..]}" : text;
    }
}
