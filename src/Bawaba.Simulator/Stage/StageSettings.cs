using Bawaba.Simulator.Stage.Plates;

namespace Bawaba.Simulator.Stage;

/// <summary>Everything a drawn lane depends on: equal settings give equal frames.</summary>
public sealed record StageSettings
{
    public required int Seed { get; init; }

    /// <summary>Burnt into the picture's top-left corner with a clock, as cameras do. Latin letters.</summary>
    public required string CameraName { get; init; }

    /// <summary>Pixels; even.</summary>
    public int Width { get; init; } = 1280;

    /// <summary>Pixels; even.</summary>
    public int Height { get; init; } = 720;

    /// <summary>1 to 30.</summary>
    public int FramesPerSecond { get; init; } = 10;

    /// <summary>Length of the film before it begins again. 20 to 600.</summary>
    public int DurationSeconds { get; init; } = 60;

    public StageLight Light { get; init; } = StageLight.Day;

    /// <summary>0 (clear) to 1 (a dust storm in which plates are still readable near the line).</summary>
    public double Dust { get; init; }

    /// <summary>Upper bound; headway on the one lane may make it fewer. 1 to 20.</summary>
    public double VehiclesPerMinute { get; init; } = 8;

    public VehicleMotion Motion { get; init; } = VehicleMotion.Towards;

    /// <summary>Countries of the plates minted for passing vehicles; one that stands twice is twice as frequent.</summary>
    public IReadOnlyList<PlateCountry> Countries { get; init; } = [PlateCountry.Libya];

    /// <summary>Share of vehicles without a plate, 0 to 1.</summary>
    public double WithoutPlateShare { get; init; } = 0.1;

    /// <summary>Vehicles that must pass, each once a film: the first crosses within its first 15 s, the others are spread over it.</summary>
    public IReadOnlyList<StageVehicle> Wanted { get; init; } = [];

    /// <summary>What the burnt-in clock shows on the first frame; it begins again with the film, as a bad camera clock does.</summary>
    public DateTimeOffset ClockStartAt { get; init; } = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Frames in the film.</summary>
    public int FrameCount => FramesPerSecond * DurationSeconds;

    /// <summary>Throws <see cref="ArgumentException"/> naming the first value out of range.</summary>
    public void Check()
    {
        Require(Width is >= 320 and <= 1920 && Width % 2 == 0, nameof(Width));
        Require(Height is >= 180 and <= 1080 && Height % 2 == 0, nameof(Height));
        Require(FramesPerSecond is >= 1 and <= 30, nameof(FramesPerSecond));
        Require(DurationSeconds is >= 20 and <= 600, nameof(DurationSeconds));
        Require(Dust is >= 0 and <= 1, nameof(Dust));
        Require(VehiclesPerMinute is >= 1 and <= 20, nameof(VehiclesPerMinute));
        Require(WithoutPlateShare is >= 0 and <= 1, nameof(WithoutPlateShare));
        Require(Countries.Count > 0, nameof(Countries));
        Require(Wanted.All(v => v.SpeedKmh is >= 20 and <= 60), nameof(Wanted));
    }

    private static void Require(bool holds, string name)
    {
        if (!holds)
            throw new ArgumentException($"{name} is out of range.", name);
    }
}
