using Bawaba.Reading;
using Bawaba.Tests.Gate;

namespace Bawaba.Tests.Reading;

public sealed class ReadOptionsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("photo.jpg")]
    [InlineData("/videos/lane 1.mp4")]
    public void Files_are_read_without_asking(string source) => Assert.Null(Refusal(source));

    [Fact]
    public void A_stream_needs_the_laboratory()
    {
        Assert.Contains("--lab", Refusal("rtsp://camera.example/1"), StringComparison.Ordinal);
        Assert.Null(Refusal("rtsp://camera.example/1", lab: true));
    }

    [Fact]
    public void Crops_need_the_laboratory()
    {
        Assert.Contains("--lab", Refusal("photo.jpg", crops: "out"), StringComparison.Ordinal);
        Assert.Null(Refusal("photo.jpg", lab: true, crops: "out"));
    }

    [Theory]
    [InlineData("http://camera.example/video.mp4")]
    [InlineData("https://camera.example/video.mp4")]
    [InlineData("file:///etc/passwd")]
    [InlineData("rtmp://camera.example/1")]
    [InlineData("concat://a|b")]
    public void Other_schemes_are_refused_even_in_the_laboratory(string source) =>
        Assert.Contains("is not read", Refusal(source, lab: true), StringComparison.Ordinal);

    [Fact]
    public void A_password_on_the_command_line_is_refused_and_not_repeated()
    {
        var refusal = Refusal("rtsp://user:hunter2@camera.example/1", lab: true);
        Assert.Contains("password", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_a_gate_is_enrolled_the_laboratory_is_refused_and_files_are_not()
    {
        File.WriteAllText(_folder.File("enrolled.json"), "{}");
        Assert.Contains("enrolled", Refusal("rtsp://camera.example/1", lab: true), StringComparison.Ordinal);
        Assert.Contains("enrolled", Refusal("photo.jpg", lab: true, crops: "out"), StringComparison.Ordinal);
        Assert.Null(Refusal("photo.jpg"));
    }

    public void Dispose() => _folder.Dispose();

    private string? Refusal(string source, bool lab = false, string? crops = null) =>
        new ReadOptions { Sources = [source], Lab = lab, CropsFolder = crops, DataFolder = _folder.Path, ModelsFolder = "models" }.WhyRefused();
}
