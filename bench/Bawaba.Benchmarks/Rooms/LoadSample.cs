// What the server takes at one moment: processor time and memory from /proc, the managed heap as its runtime counts it.
using System.Globalization;

namespace Bawaba.Benchmarks.Rooms;

/// <param name="CpuSeconds">Of all its threads since its start.</param>
/// <param name="ResidentMiB">Anonymous memory that is resident: what its heap and stacks take, without files.</param>
internal sealed record LoadSample(double Seconds, double CpuSeconds, double ResidentMiB, double HeapMiB, double LoadAverage)
{
    private const double TicksPerSecond = 100;

    internal static LoadSample Take(int process, TimeSpan at, double heapMiB)
    {
        var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
        // "pid (name) state …": the name may hold anything, its bracket closes last. Fields 14 and 15 of all are the process's own.
        var words = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = double.Parse(words[11], CultureInfo.InvariantCulture) + double.Parse(words[12], CultureInfo.InvariantCulture);
        var resident = File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status"))
            .First(l => l.StartsWith("RssAnon:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        var load = File.ReadAllText("/proc/loadavg").Split(' ')[0];
        return new(
            at.TotalSeconds,
            ticks / TicksPerSecond,
            double.Parse(resident, CultureInfo.InvariantCulture) / 1024,
            heapMiB,
            double.Parse(load, CultureInfo.InvariantCulture));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seconds:0},{CpuSeconds:0.00},{ResidentMiB:0.0},{HeapMiB:0.0},{LoadAverage:0.00}");
}
