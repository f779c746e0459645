using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Bawaba.SystemTests.Running;

namespace Bawaba.SystemTests.Reading;

public sealed class ReadTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task A_photo_is_one_json_line_of_the_promised_shape()
    {
        await MadeFiles.PhotoAsync(_folder.File("photo.jpg"), 640, 360);
        var (code, lines, errors) = await ReadAsync("--json", _folder.File("photo.jpg"));
        Assert.Equal((0, ""), (code, errors));
        var photo = JsonDocument.Parse(Assert.Single(lines)).RootElement;
        Assert.Equal(["source", "width", "height", "milliseconds", "plates"], photo.EnumerateObject().Select(p => p.Name));
        Assert.Equal((640, 360), (photo.GetProperty("width").GetInt32(), photo.GetProperty("height").GetInt32()));
        Assert.True(photo.GetProperty("milliseconds").GetDouble() > 0);
        Assert.Equal(JsonValueKind.Array, photo.GetProperty("plates").ValueKind);
    }

    [Fact]
    public async Task A_video_without_vehicles_has_no_passage_and_is_no_fault()
    {
        await MadeFiles.VideoAsync(_folder.File("quiet.mp4"), "-vf", "eq=contrast=0");
        var (code, lines, errors) = await ReadAsync("--json", _folder.File("quiet.mp4"));
        Assert.Equal((0, ""), (code, errors));
        Assert.Empty(lines);
    }

    [Fact]
    public async Task Bad_files_are_named_each_and_the_others_still_run()
    {
        await MadeFiles.PhotoAsync(_folder.File("good.jpg"), 320, 180);
        await MadeFiles.PhotoAsync(_folder.File("huge.jpg"), 10_000, 6_000);
        await MadeFiles.VideoAsync(_folder.File("whole.mp4"));
        await MadeFiles.VideoAsync(_folder.File("whole-fast.mp4"), "-movflags", "+faststart");
        Cut("whole.mp4", "cut.mp4");
        Cut("whole-fast.mp4", "cut-late.mp4");
        File.WriteAllText(_folder.File("text.mp4"), "This is no video.\n");
        File.WriteAllText(_folder.File("text.jpg"), "This is no photo.\n");
        File.WriteAllText(_folder.File("script.mp4"), "ffconcat version 1.0\nfile 'whole.mp4'\n");
        File.WriteAllBytes(_folder.File("empty.jpg"), []);
        Directory.CreateDirectory(_folder.File("folder"));
        string[] names = ["text.mp4", "cut.mp4", "cut-late.mp4", "script.mp4", "empty.jpg", "huge.jpg", "text.jpg", "folder", "missing.jpg", "good.jpg"];
        var (code, lines, errors) = await ReadAsync(["--json", .. names.Select(_folder.File)]);
        Assert.Equal(2, code);
        AssertFault(errors, "text.mp4", "not a photo or video");
        AssertFault(errors, "cut.mp4", "not a photo or video");
        AssertFault(errors, "cut-late.mp4", "damaged or cut short");
        AssertFault(errors, "script.mp4", "not a photo or video");
        AssertFault(errors, "empty.jpg", "0 bytes");
        AssertFault(errors, "huge.jpg", "60 megapixels");
        AssertFault(errors, "text.jpg", "not a picture");
        AssertFault(errors, "folder", "a folder");
        AssertFault(errors, "missing.jpg", "does not exist");
        Assert.DoesNotContain("good.jpg", errors, StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains("good.jpg", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_json_a_table_is_printed()
    {
        await MadeFiles.PhotoAsync(_folder.File("photo.png"), 640, 360);
        var (code, lines, _) = await ReadAsync(_folder.File("photo.png"));
        Assert.Equal(0, code);
        Assert.Contains("640×360", lines[0], StringComparison.Ordinal);
        Assert.Contains("plate(s)", lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--lab", "rtsp://127.0.0.1:9/1")]
    [InlineData("rtsp://127.0.0.1:9/1")]
    [InlineData("--lab", "http://127.0.0.1:9/video.mp4")]
    [InlineData("--crops", "out", "photo.jpg")]
    [InlineData("--explain", "page.html", "photo.jpg")]
    public async Task The_laboratorys_verbs_are_refused_without_lab_and_at_a_gate(params string[] arguments)
    {
        File.WriteAllText(_folder.File("enrolled.json"), "{}");
        var (code, lines, errors) = await ReadAsync(["--data", _folder.Path, .. arguments]);
        Assert.Equal(2, code);
        Assert.Empty(lines);
        Assert.StartsWith("bawaba read: ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_is_explained_stage_by_stage_on_a_page_of_its_own()
    {
        await MadeFiles.PlateAsync(_folder.File("plate.png"));
        var page = _folder.File("page.html");
        var (code, lines, errors) = await ReadAsync("--data", _folder.Path, "--lab", "--json", "--explain", page, _folder.File("plate.png"));
        Assert.Equal((0, ""), (code, errors));
        var text = JsonDocument.Parse(Assert.Single(lines)).RootElement.GetProperty("plates")[0].GetProperty("text").GetString();
        var html = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        Assert.Contains($"<bdi class=\"plate\">{text}</bdi>", html, StringComparison.Ordinal);
        Assert.Contains("second look", html, StringComparison.Ordinal);
        Assert.Contains("data:image/jpeg;base64,", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_cannot_be_written_is_a_clear_fault()
    {
        await MadeFiles.PhotoAsync(_folder.File("photo.jpg"), 320, 180);
        var (code, lines, errors) = await ReadAsync("--data", _folder.Path, "--lab", "--json", "--explain", _folder.File("no/such/page.html"), _folder.File("photo.jpg"));
        Assert.Equal(2, code);
        Assert.Single(lines);
        Assert.Contains("the page could not be written", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_camera_that_refuses_is_a_clear_fault()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        var (code, _, errors) = await ReadAsync("--data", _folder.Path, "--lab", $"rtsp://127.0.0.1:{port}/1");
        Assert.Equal(2, code);
        Assert.Contains("refused the connection", errors, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private void Cut(string whole, string cut)
    {
        var bytes = File.ReadAllBytes(_folder.File(whole));
        File.WriteAllBytes(_folder.File(cut), bytes[..(bytes.Length * 2 / 3)]);
    }

    private void AssertFault(string errors, string name, string words)
    {
        var line = Assert.Single(errors.Split('\n'), l => l.StartsWith($"bawaba read: {_folder.File(name)}: ", StringComparison.Ordinal));
        Assert.Contains(words, line, StringComparison.Ordinal);
    }

    private static async Task<(int Code, IReadOnlyList<string> Lines, string Errors)> ReadAsync(params string[] arguments)
    {
        await using var child = BawabaProcess.Start(["read", .. arguments]);
        var code = await child.ExitAsync(Patience);
        return (code, child.Output.Lines, child.Errors.ToString());
    }
}
