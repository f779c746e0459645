using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.GateConsole.Commissioning;

namespace Bawaba.Tests.GateConsole.Commissioning;

public sealed class CameraFormTests
{
    private static readonly GateSettings Gate = new()
    {
        Id = GateId.Parse("north"),
        Name = new() { Ar = "الشمالية", En = "North" },
        Kind = GateKind.Entrance,
        Lanes = [new() { Id = LaneId.Parse("in-1"), Name = new() { Ar = "دخول", En = "In" } }],
        Cameras = [new() { Id = CameraId.Parse("old"), Lane = LaneId.Parse("in-1"), Name = new() { Ar = "ق", En = "Old" }, Url = "rtsp://192.0.2.9/1" }],
    };

    private static readonly CameraForm Good = new()
    {
        Id = "east-in-1",
        NameAr = "الشرقية",
        NameEn = "East",
        Lane = "in-1",
        Address = "rtsp://192.0.2.20:554/stream1",
        User = "viewer",
        Password = "word",
        Line = ["0", "0,5", "1", "0.5"],
        Masks = [["0", "0", "0.3", "0.1"]],
    };

    [Fact]
    public void What_was_typed_becomes_the_camera()
    {
        var camera = Good.Build(Gate, isNew: true, out var faults);
        Assert.Empty(faults);
        Assert.Equal((new PictureLine(0, 0.5, 1, 0.5), 5.0), (camera!.Line!.Value, camera.FramesPerSecond));
        Assert.Equal([new PictureArea(0, 0, 0.3, 0.1)], camera.Masks);
        Assert.Empty(GateFile.FaultsOf(Gate with { Cameras = [.. Gate.Cameras, camera] }));
        Assert.Equal(camera with { Masks = [] }, CameraForm.Of(camera).Build(Gate, isNew: true, out _)! with { Masks = [] });
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "id", "East 1" }, { "id", "" }, { "id-taken", "old" }, { "names", "" }, { "lane", "in-9" }, { "address", "http://192.0.2.20/" },
        { "address", "rtsp://user:word@192.0.2.20/1" }, { "address", "rtsp://192.0.2.20/a b" }, { "address", "stream1" }, { "address", "file:///etc/passwd" },
        { "live-address", "https://192.0.2.20/" }, { "live-address", "rtsp://192.0.2.66:554/stream2" }, { "frames", "0" }, { "frames", "99" }, { "frames", "x" }, { "line", "1.1" }, { "line", "NaN" }, { "mask", "0.4" }, { "login", "" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Whatever_is_wrong_is_said_at_its_field(string field, string value)
    {
        var (form, fault) = field switch
        {
            "id" => (Good with { Id = value }, SetUpFault.Id),
            "id-taken" => (Good with { Id = value }, SetUpFault.IdTaken),
            "names" => (Good with { NameAr = value }, SetUpFault.Names),
            "lane" => (Good with { Lane = value }, SetUpFault.Lane),
            "address" => (Good with { Address = value }, SetUpFault.Address),
            "live-address" => (Good with { LiveAddress = value }, SetUpFault.LiveAddress),
            "frames" => (Good with { Frames = value }, SetUpFault.Frames),
            "line" => (Good with { Line = [value, "0", "1", "1"] }, SetUpFault.Line),
            "mask" => (Good with { Masks = [[value, "0", "0.3", "0.1"]] }, SetUpFault.Mask),
            _ => (Good with { Password = value }, SetUpFault.Login),
        };
        Assert.Null(form.Build(Gate, isNew: true, out var faults));
        Assert.Equal([fault], faults);
    }

    [Fact]
    public void A_camera_that_stands_keeps_its_id() => Assert.NotNull((Good with { Id = "old" }).Build(Gate, isNew: false, out _));
}
