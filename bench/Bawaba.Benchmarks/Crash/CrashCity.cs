// The gates, entries and records of the crash trial.
using Bawaba.Benchmarks.Cities;
using Bawaba.Center;
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Gate.Outbox;
using Microsoft.Data.Sqlite;

namespace Bawaba.Benchmarks.Crash;

internal static class CrashCity
{
    internal const string AlertNames = "SELECT passage || ' ' || entry FROM alert";
    internal const int EntryIdLength = 8;
    private const int Entries = 50;
    private static readonly byte[] Picture = new byte[20_000];

    internal static IReadOnlyList<GateId> Gates { get; } = [GateId.Parse("east"), GateId.Parse("north"), GateId.Parse("west")];

    internal static CenterOptions CenterOptions(string folder) => new()
    {
        DataFolder = Path.Combine(folder, "center"),
        CityPath = Path.Combine(folder, "city.json"),
        MandatesPath = Path.Combine(folder, "mandates.json"),
        WatchlistPath = Path.Combine(folder, "watchlist.json"),
        FilesAreLaw = true,
    };

    internal static void WriteFiles(string folder)
    {
        Directory.CreateDirectory(folder);
        var name = new LocalName { Ar = "تجربة", En = "Trial" };
        CityFile.Write(CenterOptions(folder).CityPath, new()
        {
            Name = name,
            Gates = [.. Gates.Select(gate => new GateSettings
            {
                Id = gate,
                Name = name,
                Kind = GateKind.Border,
                Lanes = [new() { Id = LaneId.Parse("in"), Name = name }],
                Cameras = [new() { Id = Camera(gate), Lane = LaneId.Parse("in"), Name = name, Traffic = new() { Seed = 1, VehiclesPerHour = 1 } }],
            })],
        });
        OrderFiles.Write(folder, Gates, [.. Enumerable.Range(0, Entries).Select(i => (Entry(i), $"99-{10_000 + i}"))], TimeProvider.System);
    }

    internal static OutboxItem Hit(GateId gate, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var entry = Random.Shared.Next(Entries);
        return new()
        {
            RecordedAt = now,
            Pictures = new() { CropJpeg = Picture, OverviewJpeg = Picture },
            Hit = new()
            {
                Passage = PassageId.Mint(time),
                Entry = Entry(entry),
                Mandate = MandateId.Parse("trial-order"),
                Camera = Camera(gate),
                Lane = LaneId.Parse("in"),
                Direction = Direction.In,
                Vehicle = VehicleClass.Other,
                Plate = new($"99-{10_000 + entry}"),
                Confidence = 0.9f,
                PassedAt = now,
                CapturedAt = now,
                MatchedAt = now,
            },
        };
    }

    internal static OutboxItem Count(GateId gate, TimeProvider time) => new()
    {
        RecordedAt = time.GetUtcNow(),
        Count = new()
        {
            Passage = PassageId.Mint(time),
            Camera = Camera(gate),
            Lane = LaneId.Parse("in"),
            Direction = Direction.In,
            Vehicle = VehicleClass.Other,
            Outcome = PlateOutcome.NoPlate,
            PassedAt = time.GetUtcNow(),
        },
    };

    /// <summary>One column of the center's store, read beside whoever writes it.</summary>
    internal static List<string> Rows(string folder, string sql)
    {
        using var center = new SqliteConnection($"Data Source={Path.Combine(CenterOptions(folder).DataFolder, "center.db")};Mode=ReadOnly");
        center.Open();
        using var command = center.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetString(0));
        return rows;
    }

    private static EntryId Entry(int i) => EntryId.Parse($"entry-{i:00}");

    private static CameraId Camera(GateId gate) => CameraId.Parse($"{gate}-1");
}
