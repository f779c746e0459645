using Bawaba.Gate.Cameras;

namespace Bawaba.Tests.Gate.Cameras;

public sealed class CameraSecretsFileTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly TempFolder _folder = new();

    [Fact]
    public void A_file_only_its_owner_may_read_gives_the_credentials()
    {
        var read = CameraSecretsFile.Read(Write("""{"cameras":{"camera-1":{"userName":"reader","password":"p"}}}""", Owner));
        Assert.Equal(new CameraCredentials("reader", "p"), read["camera-1"]);
        Assert.DoesNotContain("reader", read["camera-1"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_no_credentials() => Assert.Empty(CameraSecretsFile.Read(_folder.File("none.json")));

    [Theory]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void A_file_open_to_others_is_refused_with_the_command_that_helps(UnixFileMode others)
    {
        var path = Write("""{"cameras":{}}""", Owner | others);
        var fault = Assert.Throws<InvalidDataException>(() => CameraSecretsFile.Read(path));
        Assert.Contains($"chmod 600 {path}", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"cameras":{"camera-1":{"userName":"reader","password":"hunter2" oops""")]
    [InlineData("""{"cameras":{"camera-1":{"userName":"hunter2"}}}""")]
    [InlineData("""{"cameras":{"camera-1":null}}""")]
    [InlineData("""{"cameras":{"camera-1":{"userName":null,"password":"hunter2"}}}""")]
    [InlineData("""{"other":1}""")]
    [InlineData("null")]
    [InlineData("")]
    public void A_broken_file_is_a_clear_fault_that_repeats_nothing_of_it(string content)
    {
        var path = Write(content, Owner);
        var fault = Assert.Throws<InvalidDataException>(() => CameraSecretsFile.Read(path));
        Assert.Contains(path, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", fault.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Write(string content, UnixFileMode mode)
    {
        var path = _folder.File("cameras.secret.json");
        File.WriteAllText(path, content);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
        return path;
    }
}
