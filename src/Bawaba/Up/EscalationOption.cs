// How long alerts may wait before they go on, as somebody may ask for it at a start: never longer than the rules say. Used by `up` and `center`.
using System.CommandLine;
using System.Globalization;
using Bawaba.Center.Alerts;

namespace Bawaba.Up;

internal static class EscalationOption
{
    internal static Option<string> Option() => new("--escalate")
    {
        Description = "Seconds until an unanswered alert goes on to the supervisor, then to the commander, then until an answered one is called slow; at most 30,90,60",
    };

    /// <summary>As asked; as the rules say where nothing was.</summary>
    /// <exception cref="UpRefusedException">It is not three numbers in order, or looser than the rules.</exception>
    internal static EscalationTimes Read(string? text)
    {
        if (text is null)
            return EscalationTimes.Usual;
        var seconds = text.Split(',').Select(part => double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var s) ? s : double.NaN).ToArray();
        if (seconds is not [var supervisor, var commander, var slow] || seconds.Any(s => !(s is > 0 and < 1000)))
            throw new UpRefusedException($"--escalate '{text}' is not three numbers of seconds such as 30,90,60");
        var times = new EscalationTimes { ToSupervisor = TimeSpan.FromSeconds(supervisor), ToCommander = TimeSpan.FromSeconds(commander), Slow = TimeSpan.FromSeconds(slow) };
        return times.IsWithinRules ? times : throw new UpRefusedException($"--escalate '{text}' is looser than 30,90,60, or not in order");
    }
}
