// Nothing in the tree betrays a secret, a person's machine or a real vehicle, and nothing in the program calls out.
using System.Text.RegularExpressions;

namespace Bawaba.Tests.Architecture;

public sealed partial class SecrecyTests
{
    private const long MaxPictureBytes = 64 << 10;

    // Names of formats, never called.
    private static readonly string[] NamesOfFormats = ["http://www.w3.org/", "http://www.onvif.org/", "http://docs.oasis-open.org/", "http://schemas.xmlsoap.org/"];
    private static readonly string[] MovingPictures = [".mp4", ".mkv", ".avi", ".mov", ".ts", ".h264", ".ppm", ".bmp", ".tif", ".tiff", ".heic"];

    [Fact]
    public void No_file_holds_what_looks_like_a_secret()
    {
        var faults =
            from file in Repository.Texts
            from line in file.Lines
            where Secret().IsMatch(line)
            select $"{file.Path}: {line.Trim()}";
        Assert.Empty(faults);
    }

    [Fact]
    public void No_setting_or_source_file_holds_a_password_in_an_address()
    {
        var faults =
            from file in Repository.Texts
            where !file.IsUnder("tests")
            from line in file.Lines
            where AddressWithPassword().IsMatch(line)
            select $"{file.Path}: {line.Trim()}";
        Assert.Empty(faults);
    }

    [Fact]
    public void No_file_names_a_folder_of_somebodys_machine()
    {
        var faults =
            from file in Repository.Texts
            from line in file.Lines
            where MachinePath().IsMatch(line)
            select $"{file.Path}: {line.Trim()}";
        Assert.Empty(faults);
    }

    [Fact]
    public void No_large_picture_and_no_video_is_in_the_tree()
    {
        var pictures = Repository.Files.Where(f => f.Ending is ".jpg" or ".jpeg" or ".png" or ".webp" && new FileInfo(f.FullPath).Length > MaxPictureBytes);
        Assert.Empty(pictures.Where(f => !f.IsUnder("docs") && !f.Path.Contains("/wwwroot/", StringComparison.Ordinal)).Select(f => f.Path));
        Assert.Empty(Repository.Files.Where(f => MovingPictures.Contains(f.Ending, StringComparer.OrdinalIgnoreCase)).Select(f => f.Path));
    }

    [Fact]
    public void The_program_names_no_address_outside_this_machine()
    {
        var faults =
            from file in Repository.Texts
            where file.IsUnder("src") && file.IsCode
            from line in file.Lines
            from Match address in Address().Matches(line)
            where !NamesOfFormats.Any(n => address.Value.StartsWith(n, StringComparison.Ordinal))
            select $"{file.Path}: {address.Value}";
        Assert.Empty(faults);
    }

    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{30,}|\bxox[abp]-\w{10,}|\beyJ[\w-]{20,}\.[\w-]{20,}\.", RegexOptions.None, 1000)]
    private static partial Regex Secret();

    [GeneratedRegex(@"\w+://[^/\s:@""'`<>{}]+:[^/\s@""'`<>{}]+@", RegexOptions.None, 1000)]
    private static partial Regex AddressWithPassword();

    [GeneratedRegex(@"(?<![\w.~-])/(home|root|work|Users|mnt|opt)/\w|[A-Z]:\\Users\\", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MachinePath();

    // Loopback, placeholders in braces and words like http://… in sentences are no addresses.
    [GeneratedRegex(@"https?://(?!localhost|127\.0\.0\.1|\[::1\]|\{)[\w-]+(\.[\w-]+)+[\w/.-]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
