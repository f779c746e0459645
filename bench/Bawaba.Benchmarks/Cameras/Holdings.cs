// What this process holds: a leak shows as growth from round to round.
using System.Diagnostics;
using System.Globalization;
using Bawaba.Vision;

namespace Bawaba.Benchmarks.Cameras;

internal sealed record Holdings(int Children, int Threads, int Handles, long Frames)
{
    private const int FramesEach = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // The pool's threads and connections that are just closing come and go: 251 to 299 handles from round to round. Fifty
    // rounds in which one camera leaks one each would exceed the first; a short run finds only what leaks many at once.
    private const int Slack = 24;
    private const int SlackOfFew = 64;
    private const int FewRounds = 9;

    /// <summary>Counted when one child a camera is left, or as it is after some patience.</summary>
    internal static async Task<Holdings> SettledAsync(int cameras)
    {
        var clock = Stopwatch.StartNew();
        var now = Count();
        while ((now.Children > cameras || now.Frames > cameras * FramesEach) && clock.Elapsed < Patience)
        {
            await Task.Delay(200);
            now = Count();
        }
        return now;
    }

    /// <summary>The least of each.</summary>
    internal static Holdings Least(IEnumerable<Holdings> counts)
    {
        var all = counts.ToList();
        return new(all.Min(h => h.Children), all.Min(h => h.Threads), all.Min(h => h.Handles), all.Min(h => h.Frames));
    }

    /// <summary>True when this is more than <paramref name="first"/> and what comes and goes.</summary>
    internal bool Exceeds(Holdings first, int rounds)
    {
        var slack = rounds < FewRounds ? SlackOfFew : Slack;
        return Children > first.Children || Frames > first.Frames + Slack || Threads > first.Threads + slack || Handles > first.Handles + slack;
    }

    public override string ToString() => $"{Children} children, {Threads} threads, {Handles} handles, {Frames} frames";

    private static Holdings Count() => new(
        Directory.GetDirectories("/proc").Count(IsChild),
        Directory.GetDirectories("/proc/self/task").Length,
        Directory.GetFileSystemEntries("/proc/self/fd").Length,
        Frame.Leased);

    private static bool IsChild(string process)
    {
        if (!int.TryParse(Path.GetFileName(process), CultureInfo.InvariantCulture, out _))
            return false;
        try
        {
            // "pid (name) state parent": the name may hold anything, its bracket closes last.
            var words = File.ReadAllText(Path.Combine(process, "stat")).Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return words[1] == Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
