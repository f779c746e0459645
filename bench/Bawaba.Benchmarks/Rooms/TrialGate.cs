// A city of one gate whose cameras are drawn films, every plate in them on the list. Written for the latency and soak trials.
using Bawaba.Benchmarks.Cities;
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Simulator.Cameras;
using Bawaba.Simulator.Stage;
using Bawaba.Simulator.Stage.Films;

namespace Bawaba.Benchmarks.Rooms;

internal static class TrialGate
{
    private static readonly LaneId Lane = LaneId.Parse("in");

    internal static void Write(string folder, CameraSimulator simulator, IReadOnlyDictionary<CameraId, StageFilm> films)
    {
        Directory.CreateDirectory(folder);
        var name = new LocalName { Ar = "بوابة التجربة", En = "Trial gate" };
        var gate = GateId.Parse("trial-gate");
        CityFile.Write(Path.Combine(folder, "city.json"), new()
        {
            Name = name,
            Gates =
            [
                new()
                {
                    Id = gate,
                    Name = name,
                    Kind = GateKind.Entrance,
                    Lanes = [new() { Id = Lane, Name = name }],
                    Cameras = [.. films.Select(f => new CameraSettings
                    {
                        Id = f.Key,
                        Lane = Lane,
                        Name = name,
                        Url = simulator.UrlOf(f.Key),
                        FramesPerSecond = 10,
                        Line = LaneStage.LineOf(f.Value.Settings),
                        Masks = [LaneStage.DisplayArea],
                        Approaching = Direction.In,
                    })],
                },
            ],
        });
        var plates = films.Values.SelectMany(f => f.Passages).Select(p => p.Plate).OfType<string>().DistinctBy(p => new PlateText(p).Key).ToList();
        OrderFiles.Write(folder, [gate], [.. plates.Select((p, i) => (EntryId.Parse($"trial-{i}"), p))], TimeProvider.System);
    }
}
