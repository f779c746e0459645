// A client that we have not written (Debian's onvif-util) at a simulated camera: found by WS-Discovery, logged in with a
// digest, asked for its stream, which ffmpeg then reads over both transports.
using System.Diagnostics;
using Bawaba.SystemTests.Running;

namespace Bawaba.SystemTests.Simulator;

public sealed class OnvifClientTests(ITestOutputHelper output) : IDisposable
{
    private const string Login = """{"userName":"viewer","password":"p w"}""";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Onvif_util_finds_the_camera_logs_in_and_is_given_a_stream_that_ffmpeg_reads_over_tcp_and_udp()
    {
        Assert.Equal("", await RunAsync("ffmpeg", "", "-hide_banner", "-v", "error", "-f", "lavfi", "-i", "testsrc2=s=320x240:r=10:d=2", "-c:v", "libx264", "-g", "10", "-bf", "0", "-pix_fmt", "yuv420p", _folder.File("film.mp4")));
        await File.WriteAllTextAsync(_folder.File("login.json"), Login, TestContext.Current.CancellationToken);
        await using var simulator = BawabaProcess.Start("simulate", _folder.File("film.mp4"), "--port", "0", "--login", _folder.File("login.json"), "--discovery");
        var stream = await simulator.ReadyAsync(Patience);

        // It forbids its probe to come back to its own machine, where the simulator is: that one call is made to do nothing.
        var said = await RunAsync(
            "strace", "get rtsp\nget time\nquit\n", "-f", "-e", "trace=setsockopt", "-e", "inject=setsockopt:retval=0:when=2", "-o", "/dev/null",
            "onvif-util", "-u", "viewer", "-p", "p w", "127.0.0.1");
        Assert.Contains("successfully connected to host", said, StringComparison.Ordinal);
        Assert.Contains("serial: file-1", said, StringComparison.Ordinal);
        Assert.Contains(stream.ToString(), said, StringComparison.Ordinal);
        Assert.Contains("Time Offset: 0 seconds", said, StringComparison.Ordinal);

        foreach (var transport in (string[])["tcp", "udp"])
        {
            var frames = await RunAsync("ffmpeg", "", "-hide_banner", "-v", "error", "-rtsp_transport", transport, "-i", $"rtsp://viewer:p%20w@127.0.0.1:{stream.Port}/file-1", "-frames:v", "10", "-f", "framecrc", "-");
            Assert.Equal(10, frames.Split('\n').Count(l => l.StartsWith("0,", StringComparison.Ordinal)));
        }
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> RunAsync(string program, string input, params IReadOnlyList<string> arguments)
    {
        using var child = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await child.StandardInput.WriteAsync(input);
            child.StandardInput.Close();
            var said = await child.StandardOutput.ReadToEndAsync(limit.Token);
            output.WriteLine(said);
            await child.WaitForExitAsync(limit.Token);
            return said;
        }
        finally
        {
            if (!child.HasExited)
                child.Kill(entireProcessTree: true);
        }
    }
}
