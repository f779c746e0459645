// A real ffmpeg, alone and as the gate's own source, at our simulated cameras. What a worker does about bad ones: CameraFaultTests.
using System.Diagnostics;
using System.Globalization;
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Gate.Cameras;
using Bawaba.Simulator.Cameras;
using Bawaba.SystemTests.Running;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bawaba.SystemTests.Cameras;

[Collection(Lanes.Alone)]
public sealed class SimulatedCameraTests : IAsyncLifetime
{
    private const string Password = "p:a/s@s w%rd";
    private static readonly CameraId Id = CameraId.Parse("lane-1");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly TempFolder _folder = new();
    private readonly CameraSimulator _simulator = new(TimeProvider.System, NullLoggerFactory.Instance);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // Two seconds at 10 frames a second, a key frame a second.
        var said = await FfmpegAsync("-f", "lavfi", "-i", "testsrc2=s=320x240:r=10:d=2", "-c:v", "libx264", "-g", "10", "-bf", "0", "-pix_fmt", "yuv420p", _folder.File("film.mp4"));
        Assert.Equal("", said);
        _simulator.Start(0);
    }

    public async ValueTask DisposeAsync()
    {
        await _simulator.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Ffmpeg_reads_past_the_end_of_the_film_and_the_stamps_never_fall()
    {
        var url = await AddAsync(new());
        var listing = await FfmpegAsync("-rtsp_transport", "tcp", "-i", url, "-t", "5", "-c", "copy", "-f", "framecrc", "-");
        var stamps = listing.Split('\n').Where(l => l.StartsWith("0,", StringComparison.Ordinal))
            .Select(l => long.Parse(l.Split(',')[2], CultureInfo.InvariantCulture)).ToList();
        Assert.InRange(stamps.Count, 45, 55);
        // ffmpeg hands the parameter sets over as a packet of their own, with the first picture's stamp.
        Assert.InRange(stamps[^1] - stamps[0], 4.5 * 90_000, 5.5 * 90_000);
        Assert.All(stamps.Zip(stamps.Skip(1)), pair => Assert.True(pair.First <= pair.Second, $"{pair}"));
    }

    [Fact]
    public async Task The_gate_reads_a_camera_that_asks_for_a_password()
    {
        var url = await AddAsync(new() { Login = new("viewer", Password) });
        var frames = 0;
        await foreach (var (frame, _) in Source(url, new("viewer", Password)).ReadFramesAsync(Cancel))
        {
            Assert.Equal((320, 240), (frame.Width, frame.Height));
            frame.Dispose();
            if (++frames == 5)
                break;
        }
        Assert.Equal(5, frames);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_wrong_password_and_a_refusing_camera_are_told_without_the_password(bool refuses)
    {
        var url = await AddAsync(new() { Login = new("viewer", "another"), Faults = new() { Refuses = refuses } });
        var fault = await Assert.ThrowsAsync<CameraFault>(async () =>
        {
            await foreach (var (frame, _) in Source(url, new("viewer", refuses ? "another" : Password)).ReadFramesAsync(Cancel))
                frame.Dispose();
        });
        Assert.Equal("unauthorized", fault.ReasonCode);
        Assert.DoesNotContain(Password, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Uri.EscapeDataString(Password), fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("another", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1/1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("concat:a|b")]
    public void A_city_whose_camera_has_another_scheme_is_refused(string url)
    {
        var path = _folder.File("city.json");
        CityFile.Write(path, new()
        {
            Name = new() { Ar = "واحة", En = "Oasis" },
            Gates =
            [
                new()
                {
                    Id = GateId.Parse("north"),
                    Name = new() { Ar = "الشمال", En = "North" },
                    Kind = GateKind.Entrance,
                    Lanes = [new() { Id = LaneId.Parse("in-1"), Name = new() { Ar = "دخول", En = "In" } }],
                    Cameras = [Camera(url)],
                },
            ],
        });
        Assert.Null(CityFile.Read(path, out var faults));
        Assert.Contains(faults, f => f.Contains("camera lane-1", StringComparison.Ordinal));
    }

    private static FfmpegSource Source(string url, CameraCredentials credentials) =>
        new(new() { Address = url, Credentials = credentials, MaxFramesPerSecond = 5 }, TimeProvider.System);

    private static CameraSettings Camera(string url) => new()
    {
        Id = Id,
        Lane = LaneId.Parse("in-1"),
        Name = new() { Ar = "كاميرا", En = "Camera" },
        Url = url,
    };

    private async Task<string> AddAsync(SimulatedCameraOptions options)
    {
        await _simulator.AddFileAsync(Id, _folder.File("film.mp4"), Cancel, options);
        return _simulator.UrlOf(Id);
    }

    private static async Task<string> FfmpegAsync(params string[] arguments)
    {
        using var child = Process.Start(new ProcessStartInfo("ffmpeg", ["-hide_banner", "-v", "error", "-y", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        })!;
        child.StandardInput.Close();
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            var said = await child.StandardOutput.ReadToEndAsync(limit.Token);
            await child.WaitForExitAsync(limit.Token);
            return said;
        }
        finally
        {
            if (!child.HasExited)
                child.Kill();
        }
    }
}
