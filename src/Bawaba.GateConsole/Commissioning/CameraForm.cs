// A camera's form as it was posted: what is wrong with it, field by field, and the camera it makes. Used by the commissioning page.
// Promises: what was typed comes back as it was, but for the password.
using System.Globalization;
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Gate.Cameras;
using Bawaba.Gate.Commissioning;
using Bawaba.Pages.Forms;
using Bawaba.Pages.Language;

namespace Bawaba.GateConsole.Commissioning;

/// <summary>What stands in a camera's form.</summary>
public sealed record CameraForm
{
    internal const int MaxMasks = 8;
    private const int MaxLogin = 128;

    internal string Id { get; init; } = "";

    internal string NameAr { get; init; } = "";

    internal string NameEn { get; init; } = "";

    internal string Lane { get; init; } = "";

    internal string Address { get; init; } = "";

    internal string LiveAddress { get; init; } = "";

    internal string User { get; init; } = "";

    /// <summary>Never written into a page.</summary>
    internal string Password { get; init; } = "";

    internal string Frames { get; init; } = "5";

    internal Direction Approaching { get; init; }

    /// <summary>x1, y1, x2, y2; all empty for none.</summary>
    internal IReadOnlyList<string> Line { get; init; } = ["", "", "", ""];

    /// <summary>x0, y0, x1, y1 each; all empty for none.</summary>
    internal IReadOnlyList<IReadOnlyList<string>> Masks { get; init; } = [];

    /// <summary>What was typed as user and password; null for nothing.</summary>
    internal CameraCredentials? Login => User.Length > 0 && Password.Length > 0 ? new(User, Password) : null;

    internal static CameraForm Of(CameraSettings camera) => new()
    {
        Id = camera.Id.Value,
        NameAr = camera.Name.Ar,
        NameEn = camera.Name.En,
        Lane = camera.Lane.Value,
        Address = camera.Url ?? "",
        LiveAddress = camera.LiveUrl ?? "",
        Frames = Text(camera.FramesPerSecond),
        Approaching = camera.Approaching,
        Line = camera.Line is { } l ? [Text(l.X1), Text(l.Y1), Text(l.X2), Text(l.Y2)] : ["", "", "", ""],
        Masks = [.. camera.Masks.Select(m => (IReadOnlyList<string>)[Text(m.X0), Text(m.Y0), Text(m.X1), Text(m.Y1)])],
    };

    internal static CameraForm Read(PostedForm form) => new()
    {
        Id = form["id"].Trim(),
        NameAr = form["name-ar"].Trim(),
        NameEn = form["name-en"].Trim(),
        Lane = form["lane"],
        Address = form["address"].Trim(),
        LiveAddress = form["live-address"].Trim(),
        User = form["user"].Trim(),
        Password = form["password"],
        Frames = TypedText.Digits(form["frames"]).Trim(),
        Approaching = Enum.TryParse<Direction>(form["approaching"], out var direction) && Enum.IsDefined(direction) ? direction : Direction.Unknown,
        Line = Numbers(form, "line"),
        Masks = [.. Enumerable.Range(0, MaxMasks).Select(i => Numbers(form, $"mask-{i.ToString(CultureInfo.InvariantCulture)}")).Where(m => m.Any(n => n.Length > 0))],
    };

    /// <summary>The camera it makes; null where something is wrong.</summary>
    internal CameraSettings? Build(GateSettings gate, bool isNew, out IReadOnlyList<SetUpFault> faults)
    {
        var found = new List<SetUpFault>();
        void Require(bool fits, SetUpFault fault)
        {
            if (!fits)
                found.Add(fault);
        }
        Require(CameraId.TryParse(Id, out var id), SetUpFault.Id);
        Require(!isNew || gate.Cameras.All(c => c.Id != id), SetUpFault.IdTaken);
        Require(NameAr.Length > 0 && NameEn.Length > 0, SetUpFault.Names);
        Require(LaneId.TryParse(Lane, out var lane) && gate.Lanes.Any(l => l.Id == lane), SetUpFault.Lane);
        Require(IsAddress(Address), SetUpFault.Address);
        // It is opened with the same password.
        Require(LiveAddress.Length == 0 || (IsAddress(LiveAddress) && CameraHosts.AreSame(Address, LiveAddress)), SetUpFault.LiveAddress);
        Require(Fraction(Frames, 1, 15) is not null, SetUpFault.Frames);
        Require(FitsLogin(), SetUpFault.Login);
        var line = Four(Line);
        Require(line is not null || Line.All(n => n.Length == 0), SetUpFault.Line);
        var masks = Masks.Select(Four).ToList();
        Require(masks.TrueForAll(m => m is [var x0, var y0, var x1, var y1] && x0 < x1 && y0 < y1), SetUpFault.Mask);
        faults = found;
        return found.Count > 0 ? null : new()
        {
            Id = id,
            Lane = lane,
            Name = new() { Ar = NameAr, En = NameEn },
            Url = Address,
            LiveUrl = LiveAddress.Length > 0 ? LiveAddress : null,
            FramesPerSecond = Fraction(Frames, 1, 15)!.Value,
            Approaching = Approaching,
            Line = line is [var a, var b, var c, var d] ? new PictureLine(a, b, c, d) : null,
            Masks = [.. masks.Select(m => new PictureArea(m![0], m[1], m[2], m[3]))],
        };
    }

    /// <summary>True for an address that may be opened.</summary>
    internal static bool IsAddress(string address) => new VideoInput { Address = address }.WhyRefused() is null && address.Contains("://", StringComparison.Ordinal);

    private bool FitsLogin() => User.Length <= MaxLogin && Password.Length <= MaxLogin && (User.Length > 0) == (Password.Length > 0) && !User.Any(char.IsControl) && !Password.Any(char.IsControl);

    private static string[] Numbers(PostedForm form, string name) =>
        [.. Enumerable.Range(0, 4).Select(i => TypedText.Digits(form[$"{name}-{i.ToString(CultureInfo.InvariantCulture)}"]).Trim())];

    private static double[]? Four(IReadOnlyList<string> numbers)
    {
        var values = numbers.Select(n => Fraction(n, 0, 1)).ToArray();
        return values.All(v => v is not null) ? [.. values.Select(v => v!.Value)] : null;
    }

    // A comma is a decimal point on many a keyboard.
    private static double? Fraction(string text, double least, double most) =>
        double.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value : null;

    private static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
