using Bawaba.Contracts;
using Bawaba.Gate.Commissioning;
using Bawaba.GateConsole.Commissioning;

namespace Bawaba.Tests.GateConsole.Commissioning;

public sealed class AdviceTests
{
    private static readonly CameraSight Well = new()
    {
        Report = new()
        {
            Camera = CameraId.Parse("one"),
            Lane = LaneId.Parse("in"),
            Phase = CameraPhase.Live,
            ReasonCode = "",
            Detail = "",
            SinceAt = DateTimeOffset.UnixEpoch,
        },
        Size = (1280, 720),
        Plates = 10,
        Legible = 9,
        WidthPx = 120,
        BlurPx = 0.6,
        Bright = 180,
        Squareness = 0.95,
        Check = null,
    };

    public static TheoryData<string, string> Cases => new()
    {
        { "well", "set-up.advice-well" }, { "small", "set-up.advice-small" }, { "rather", "set-up.advice-rather-small" }, { "aslant", "set-up.advice-aslant" },
        { "unreadable", "set-up.advice-unreadable" }, { "none", "set-up.advice-drive" }, { "stalled", "set-up.advice-not-live" }, { "dark", "set-up.advice-dark" },
        { "check-low", "set-up.advice-check-low" }, { "smeared", "set-up.advice-smeared" },
        { "burnt", "set-up.advice-burnt" }, { "dark-plates", "set-up.advice-dark-plates" }, { "check-none", "set-up.advice-check-none" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_seen_decides_what_is_advised(string what, string key) => Assert.Equal([key], Advice.KeysOf(what switch
    {
        "small" => Well with { WidthPx = 59 },
        "rather" => Well with { WidthPx = 99 },
        "smeared" => Well with { BlurPx = 1.4 },
        "burnt" => Well with { Bright = 255 },
        "dark-plates" => Well with { Bright = 12 },
        "aslant" => Well with { Squareness = 0.7 },
        "unreadable" => Well with { Legible = 4 },
        "none" => Well with { Plates = 0, Legible = 0, WidthPx = null, Squareness = null },
        "stalled" => Well with { Report = Well.Report with { Phase = CameraPhase.Stalled } },
        "dark" => Well with { Report = Well.Report with { Picture = new() { State = PictureState.Dark, MeasuredPercent = 3, ThresholdPercent = 12, SinceAt = DateTimeOffset.UnixEpoch } } },
        "check-low" => Well with { Check = Check(read: 3, others: 2) },
        "check-none" => Well with { Check = Check(0, 0) },
        _ => Well,
    }));

    private static CheckResult Check(int read, int others) => new()
    {
        BeganAt = DateTimeOffset.UnixEpoch,
        EndsAt = DateTimeOffset.UnixEpoch,
        IsRunning = false,
        Read = read,
        Unreadable = others,
        WithoutPlate = 0,
        WidthPx = 100,
        DroppedFrames = 0,
    };
}
