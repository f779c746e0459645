using CsCheck;

namespace Bawaba.Tests.Gate.Passages;

public sealed class TrackerPropertyTests
{
    private static readonly Gen<Scene> Traffic =
        from vehicles in Gen.Select(Gen.Double[1.0, 4.0], Gen.Double[1.5, 6.0], Gen.Bool).Array[1, 6]
        from framesPerSecond in Gen.Double[8, 15]
        from miss in Gen.Double[0, 0.2]
        from misread in Gen.Double[0, 0.25]
        from seed in Gen.Int[1, 1_000_000]
        select new Scene(Line(vehicles)) { FramesPerSecond = framesPerSecond, MissShare = miss, MisreadShare = misread, Seed = seed };

    [Fact]
    public void Every_vehicle_with_a_plate_is_one_passage_whatever_the_reader_misses() =>
        Traffic.Sample(scene => Assert.Equal(scene.Actors.Count, scene.Passages(scene.Ends).Count), iter: 60);

    [Fact]
    public void Every_vehicle_without_a_plate_is_one_passage() =>
        Traffic.Sample(
            scene =>
            {
                var bare = new Scene([.. scene.Actors.Select(a => a with { Text = null })]) { FramesPerSecond = scene.FramesPerSecond, Seed = scene.Seed };
                Assert.Equal(scene.Actors.Count, bare.Passages(scene.Ends).Count);
            },
            iter: 60);

    [Fact]
    public void Without_a_line_every_vehicle_is_one_passage_too() =>
        Traffic.Sample(
            scene =>
            {
                var open = new Scene(scene.Actors) { FramesPerSecond = scene.FramesPerSecond, MissShare = scene.MissShare, Seed = scene.Seed, Settings = scene.Settings with { Line = null } };
                Assert.Equal(scene.Actors.Count, open.Passages(scene.Ends).Count);
            },
            iter: 60);

    [Fact]
    public void A_passage_keeps_its_id_and_every_id_comes_once() =>
        Traffic.Sample(
            scene =>
            {
                var sightings = scene.Play(scene.Ends);
                Assert.Equal(sightings.Where(s => s.Revision == 0).Select(s => s.Passage.Id).Distinct().Count(), sightings.Count(s => s.Revision == 0));
                Assert.All(sightings.Where(s => s.Revision > 0), s => Assert.Contains(sightings, first => first.Revision == 0 && first.Passage.Id == s.Passage.Id));
            },
            iter: 40);

    // One behind the other, a second or more apart when the first is at the far end.
    private static IReadOnlyList<Actor> Line((double Gap, double Crossing, bool Stops)[] vehicles)
    {
        var actors = new List<Actor>();
        var at = 0.5;
        foreach (var (gap, crossing, stops) in vehicles)
        {
            actors.Add(new Actor
            {
                Text = $"{5 + actors.Count}-{10203 + (actors.Count * 31070)}",
                StartSeconds = at,
                CrossingSeconds = crossing,
                StopsAt = stops ? 0.45 : 2,
                StopSeconds = stops ? 3 : 0,
            });
            // Nobody drives through the one before.
            at += gap + (stops ? 3 : 0) + Math.Max(0, crossing - 1.5);
        }
        return actors;
    }
}
