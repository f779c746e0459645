using BenchmarkDotNet.Attributes;
using Bawaba.Contracts;
using Bawaba.Gate.Matching;

namespace Bawaba.Benchmarks;

/// <summary>One passage against the longest list a gate may hold.</summary>
[Config(typeof(ShortInProcess))]
public class MatcherLookup
{
    private readonly GateMatcher _matcher = new(TimeProvider.System);
    private Passage _hit = null!;
    private Passage _other = null!;
    private string[] _texts = [];

    [GlobalSetup]
    public void Fill()
    {
        var now = TimeProvider.System.GetUtcNow();
        _matcher.Accept(new()
        {
            Version = 1,
            IssuedAt = now,
            Activations = [new() { Id = MandateId.Parse("mandate-1"), FromAt = now.AddHours(-1), UntilAt = now.AddDays(1), Categories = ["stolen-vehicle"] }],
            Entries = [.. Enumerable.Range(0, GateOrders.MaxEntries).Select(i => Entry(i, now))],
        });
        _hit = Passage("5-104321", now);
        _other = Passage("8-104321", now);
        _texts = [.. Enumerable.Range(0, 8).Select(i => $"8-10432{(i + 2) % 10}")];
    }

    [Benchmark(Baseline = true)]
    public int Not_listed() => _matcher.Match(_other, 0, _other.CommittedAt).Count;

    [Benchmark]
    public int Listed() => _matcher.Match(_hit, 0, _hit.CommittedAt).Count;

    /// <summary>A passage and the most variants it may have, each folded anew as the tracker does.</summary>
    [Benchmark]
    public int Not_listed_with_eight_variants() =>
        _matcher.Match(_other, 0, _other.CommittedAt).Count + _matcher.Candidates(_other, [.. _texts.Select(t => new PlateText(t))], 0, _other.CommittedAt).Count;

    private static ListEntry Entry(int number, DateTimeOffset now) => new()
    {
        Id = EntryId.Parse($"entry-{number}"),
        Plate = new($"5-{100_000 + number}"),
        Category = "stolen-vehicle",
        PermittedAction = "observe",
        ExpiresAt = now.AddDays(1),
    };

    private static Passage Passage(string plate, DateTimeOffset now) => new()
    {
        Id = PassageId.Mint(TimeProvider.System),
        Camera = CameraId.Parse("camera-1"),
        Lane = LaneId.Parse("lane-1"),
        Direction = Direction.In,
        Vehicle = VehicleClass.Other,
        FirstSeenAt = now,
        LastSeenAt = now,
        CommittedAt = now,
        Frames = 8,
        Outcome = PlateOutcome.Read,
        Plate = new(plate),
        Country = "LY",
        Confidence = 0.9f,
    };
}
