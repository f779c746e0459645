// The demo city: a fictional oasis with four entrances and three border gates, three of its cameras drawn, the others counting
// from a seeded simulation. Called by `bawaba up`. Promises: no plate in it, drawn or listed, can be a real vehicle's
// (PlateIssue), and what is listed as wanted is what the stage draws.
using System.Text.Json;
using Bawaba.Contracts.City;

namespace Bawaba.Simulator.City;

/// <summary>Writes the demo city's files and says what its drawn cameras see.</summary>
public static class DemoCity
{
    /// <summary>A city whose lists need no people: the demo, and trials.</summary>
    private const string FilesAreLawMark = "files-are-law";

    public const string CityFileName = "city.json";
    public const string MandatesFileName = "mandates.json";
    public const string WatchlistFileName = "watchlist.json";

    /// <summary>The drawn cameras; each is to be served at the address the city file gives it.</summary>
    public static IReadOnlyList<DemoCamera> Cameras => DemoTraffic.Cameras;

    /// <summary>The city with its drawn cameras at this port of the loopback address.</summary>
    public static CitySettings Settings(int rtspPort)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rtspPort, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rtspPort, 65_535);
        return DemoMap.Settings(rtspPort);
    }

    /// <summary>
    /// Writes what is missing of city.json, mandates.json and watchlist.json; a city.json that stands already only learns the port.
    /// An unreadable city.json is left as it is: whoever loads it names its faults.
    /// </summary>
    public static void WriteFiles(string folder, TimeProvider time, int rtspPort)
    {
        ArgumentNullException.ThrowIfNull(time);
        var now = time.GetUtcNow();
        WriteCity(Path.Combine(folder, CityFileName), rtspPort);
        WriteMissing(Path.Combine(folder, FilesAreLawMark), "The two lists here are taken as if people had approved them: nobody did.\n"u8.ToArray());
        WriteMissing(Path.Combine(folder, MandatesFileName), JsonSerializer.SerializeToUtf8Bytes(DemoLists.Orders(now), DemoJson.Readable.OrderFile));
        WriteMissing(Path.Combine(folder, WatchlistFileName), JsonSerializer.SerializeToUtf8Bytes(DemoLists.Entries(now), DemoJson.Readable.EntryFile));
    }

    private static void WriteCity(string path, int rtspPort)
    {
        var city = Settings(rtspPort);
        if (File.Exists(path))
        {
            if (CityFile.Read(path, out _) is not { } standing)
                return;
            city = standing with { Gates = [.. standing.Gates.Select(g => g with { Cameras = [.. g.Cameras.Select(c => AtPort(c, rtspPort))] })] };
        }
        CityFile.Write(path + ".new", city);
        File.Move(path + ".new", path, overwrite: true);
    }

    private static CameraSettings AtPort(CameraSettings camera, int rtspPort) =>
        camera.Url is { } url && url.StartsWith("rtsp://127.0.0.1:", StringComparison.Ordinal) && Cameras.Any(c => c.Id == camera.Id)
            ? camera with { Url = DemoMap.UrlOf(camera.Id, rtspPort) }
            : camera;

    private static void WriteMissing(string path, byte[] content)
    {
        if (File.Exists(path))
            return;
        File.WriteAllBytes(path + ".new", content);
        File.Move(path + ".new", path);
    }
}
