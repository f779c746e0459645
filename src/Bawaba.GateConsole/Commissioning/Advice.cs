using Bawaba.Contracts;
using Bawaba.Gate.Commissioning;

namespace Bawaba.GateConsole.Commissioning;

/// <summary>What a technician is told about what a camera sees; the limits are those of docs/operations/cameras.md.</summary>
internal static class Advice
{
    internal const double LeastWidthPx = 60;
    internal const double EasyWidthPx = 100;

    // The cosine of 40°, beyond which reading suffers, roughly: how little square a plate then looks.
    private const double LeastSquareness = 0.77;
    private const int EnoughPlates = 3;

    /// <summary>More, and reading suffers.</summary>
    internal const double MostBlurPx = 1;

    /// <summary>Brighter, and the ground of a plate eats its strokes.</summary>
    internal const double BurntBright = 250;

    /// <summary>Darker, and there is little to tell strokes by; reading bears an eighth of the light.</summary>
    internal const double LeastBright = 25;

    /// <summary>Keys of texts, the most urgent first; never empty.</summary>
    internal static IReadOnlyList<string> KeysOf(CameraSight sight)
    {
        var keys = new List<string>();
        if (sight.Report.Phase is not CameraPhase.Live)
            keys.Add("set-up.advice-not-live");
        if (sight.Report.Picture?.State is PictureState.Dark)
            keys.Add("set-up.advice-dark");
        if (sight.Report.Picture?.State is PictureState.Blurred)
            keys.Add("set-up.advice-blurred");
        if (sight.WidthPx < LeastWidthPx)
            keys.Add("set-up.advice-small");
        else if (sight.WidthPx < EasyWidthPx)
            keys.Add("set-up.advice-rather-small");
        if (sight.BlurPx > MostBlurPx)
            keys.Add("set-up.advice-smeared");
        if (sight.Bright >= BurntBright)
            keys.Add("set-up.advice-burnt");
        if (sight.Bright < LeastBright)
            keys.Add("set-up.advice-dark-plates");
        if (sight.Squareness < LeastSquareness)
            keys.Add("set-up.advice-aslant");
        if (sight.Plates >= EnoughPlates && sight.Legible * 2 < sight.Plates)
            keys.Add("set-up.advice-unreadable");
        if (sight.Report.Phase is CameraPhase.Live && sight.Plates == 0)
            keys.Add("set-up.advice-drive");
        if (sight.Check is { IsRunning: false, Passages: > 0 } check && check.Read * 10 < check.Passages * 8)
            keys.Add("set-up.advice-check-low");
        if (sight.Check is { IsRunning: false, Passages: 0 })
            keys.Add("set-up.advice-check-none");
        return keys.Count > 0 ? keys : ["set-up.advice-well"];
    }
}
