// A center of its own on a real SQLite file in a temporary folder, or on a PostgreSQL database: one gate, one order, one
// entry. Used by the benchmarks of the center's stores.
using Bawaba.Center;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Benchmarks.Cities;

internal sealed class BenchCenter : IAsyncDisposable
{
    internal const string Plate = "99-1234567";
    internal static readonly GateId Gate = GateId.Parse("bench");
    internal static readonly EntryId Entry = EntryId.Parse("entry-1");
    private static readonly LaneId Lane = LaneId.Parse("lane-1");
    private static readonly CameraId Camera = CameraId.Parse("camera-1");
    private readonly ServiceProvider _services;
    private long _sequence;

    private BenchCenter(string folder, ServiceProvider services)
    {
        Folder = folder;
        _services = services;
    }

    internal string Folder { get; }

    internal static async Task<BenchCenter> StartAsync(StoreAddress? store = null, IReadOnlyList<(EntryId Id, string Plate)>? entries = null)
    {
        var folder = Directory.CreateTempSubdirectory("bawaba-bench-").FullName;
        CityFile.Write(Path.Combine(folder, "city.json"), City());
        OrderFiles.Write(folder, [Gate], entries ?? [(Entry, Plate)], TimeProvider.System);
        var services = new ServiceCollection().AddCenter(new()
        {
            DataFolder = Path.Combine(folder, "center"),
            Store = store,
            CityPath = Path.Combine(folder, "city.json"),
            MandatesPath = Path.Combine(folder, "mandates.json"),
            WatchlistPath = Path.Combine(folder, "watchlist.json"),
            FilesAreLaw = true,
        }).BuildServiceProvider();
        await services.PrepareCenterAsync(CancellationToken.None);
        return new(folder, services);
    }

    internal T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Delivers so many counts, and before them so many hits with pictures of a usual size.</summary>
    internal Task<IntakeAck> DeliverAsync(int counts, int hits)
    {
        var now = TimeProvider.System.GetUtcNow();
        var records = Enumerable.Range(0, hits).Select(_ => Record(now) with { Hit = Hit(now), Pictures = Pictures() })
            .Concat(Enumerable.Range(0, counts).Select(i => Record(now) with { Count = Count(now, i) }))
            .ToArray();
        return Get<ICenterLink>().DeliverAsync(new() { Gate = Gate, Records = records }, CancellationToken.None);
    }

    /// <summary>A person at a screen.</summary>
    internal async Task<Actor> SignedInAsync(DemoAccount account)
    {
        if (await Get<SignInDesk>().SignInAsync(account.UserName, account.Password, SignInCode.Of(account.SecondFactor), "127.0.0.1", CancellationToken.None) is not SignInResult.SignedIn signedIn)
            throw new InvalidOperationException($"{account.UserName} could not sign in");
        return new()
        {
            Account = signedIn.Session.Account,
            UserName = account.UserName,
            DisplayName = account.UserName,
            Role = account.Role,
            Session = signedIn.Session.Id,
            Address = "127.0.0.1",
            Scope = Scope.Joint,
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static CitySettings City()
    {
        var name = new LocalName { Ar = "قياس", En = "Bench" };
        return new()
        {
            Name = name,
            Gates =
            [
                new()
                {
                    Id = Gate,
                    Name = name,
                    Kind = GateKind.Entrance,
                    Lanes = [new() { Id = Lane, Name = name }],
                    Cameras = [new() { Id = Camera, Lane = Lane, Name = name, Traffic = new() { Seed = 1, VehiclesPerHour = 1 } }],
                },
            ],
        };
    }

    private GateRecord Record(DateTimeOffset now) => new() { Key = new(Gate, 1, ++_sequence), RecordedAt = now };

    // Spread over lanes, ways and ten minutes, as after an outage.
    private static PassageCount Count(DateTimeOffset now, int i) => new()
    {
        Passage = PassageId.Mint(TimeProvider.System),
        Camera = Camera,
        Lane = LaneId.Parse($"lane-{i % 4}"),
        Direction = (Direction)(i % 3),
        Vehicle = VehicleClass.Other,
        Outcome = (PlateOutcome)(i % 3),
        PassedAt = now.AddMinutes(-(i % 10)),
    };

    private static Hit Hit(DateTimeOffset now) => new()
    {
        Passage = PassageId.Mint(TimeProvider.System),
        Entry = Entry,
        Mandate = MandateId.Parse("trial-order"),
        Camera = Camera,
        Lane = Lane,
        Direction = Direction.In,
        Vehicle = VehicleClass.Other,
        Plate = new(Plate),
        Confidence = 0.9f,
        PassedAt = now,
        CapturedAt = now,
        MatchedAt = now,
    };

    private static EvidencePictures Pictures() => new() { CropJpeg = new byte[8_000], OverviewJpeg = new byte[80_000] };
}
