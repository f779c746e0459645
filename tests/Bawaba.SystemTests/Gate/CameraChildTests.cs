using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Bawaba.Gate.Cameras;
using Bawaba.SystemTests.Running;

namespace Bawaba.SystemTests.Gate;

public sealed class CameraChildTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Takes connections and never answers.
    private readonly TcpListener _silent = new(IPAddress.Loopback, 0);

    public CameraChildTests() => _silent.Start();

    private string Address => $"rtsp://127.0.0.1:{((IPEndPoint)_silent.LocalEndpoint).Port}/live";

    [Fact]
    public async Task A_cameras_password_and_address_are_on_no_command_line_and_its_child_ends_with_the_reading()
    {
        using var stop = new CancellationTokenSource();
        var input = new VideoInput { Address = Address, Credentials = new("reader-of-lane", "hunter2-secret") };
        var reading = Task.Run(async () =>
        {
            await foreach (var (frame, _) in new FfmpegSource(input, TimeProvider.System).ReadFramesAsync(stop.Token))
                frame.Dispose();
        });
        using var connection = await _silent.AcceptTcpClientAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);
        var child = Assert.Single(ChildrenOf(Environment.ProcessId));
        var commands = Directory.GetDirectories("/proc").Select(p => Read(Path.Combine(p, "cmdline"))).ToList();
        Assert.Contains(commands, c => c.Contains("pipe:0", StringComparison.Ordinal));
        Assert.DoesNotContain(commands, c => c.Contains("hunter2-secret", StringComparison.Ordinal) || c.Contains("reader-of-lane", StringComparison.Ordinal));
        Assert.DoesNotContain(Address, Read($"/proc/{child}/cmdline"), StringComparison.Ordinal);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(Patience));
        Assert.Empty(ChildrenOf(Environment.ProcessId));
    }

    [Fact]
    public async Task A_cameras_child_dies_with_the_program_even_when_it_is_killed()
    {
        using var folder = new TempFolder();
        await using var program = BawabaProcess.Start("read", "--data", folder.Path, "--lab", Address);
        using var connection = await _silent.AcceptTcpClientAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);
        var child = Assert.Single(ChildrenOf(program.Id));
        await program.KillAsync();
        using var limit = new CancellationTokenSource(Patience);
        while (Read($"/proc/{child}/cmdline").Length > 0)
            await Task.Delay(20, limit.Token);
    }

    public void Dispose() => _silent.Dispose();

    private static List<int> ChildrenOf(int parent) =>
        [.. Directory.GetDirectories("/proc")
            .Where(p => int.TryParse(Path.GetFileName(p), CultureInfo.InvariantCulture, out _))
            .Where(p => Read(Path.Combine(p, "cmdline")).StartsWith("ffmpeg\0", StringComparison.Ordinal) && ParentOf(p) == parent)
            .Select(p => int.Parse(Path.GetFileName(p), CultureInfo.InvariantCulture))];

    private static int ParentOf(string process)
    {
        var line = Read(Path.Combine(process, "status")).Split('\n').FirstOrDefault(l => l.StartsWith("PPid:", StringComparison.Ordinal));
        return line is null ? -1 : int.Parse(line["PPid:".Length..].Trim(), CultureInfo.InvariantCulture);
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
