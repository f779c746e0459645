// What a process and its children take at one moment, from /proc.
using System.Globalization;

namespace Bawaba.Benchmarks.Rooms;

/// <param name="MemoryMiB">Proportional set size: a page that several share counts once in all.</param>
/// <param name="DiskMiB">Files below the data folder, but for what this trial writes itself.</param>
internal sealed record SoakSample(double Seconds, double MemoryMiB, double Handles, double Threads, double Children, double DiskMiB)
{
    internal static SoakSample Take(int process, string folder, TimeSpan at)
    {
        var family = Family(process);
        return new(
            at.TotalSeconds,
            family.Sum(MemoryKiB) / 1024.0,
            family.Sum(p => Entries($"/proc/{p}/fd")),
            family.Sum(p => Entries($"/proc/{p}/task")),
            family.Count - 1,
            new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(f => !f.Name.StartsWith("soak.", StringComparison.Ordinal)).Sum(LengthOf) / 1048576.0);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{MemoryMiB:0} MiB, {Handles} handles, {Threads} threads, {Children} children, {DiskMiB:0.0} MiB on disk");

    private static List<int> Family(int process)
    {
        var parents = Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(n => int.TryParse(n, CultureInfo.InvariantCulture, out _))
            .Select(n => (Id: int.Parse(n!, CultureInfo.InvariantCulture), Parent: ParentOf(n!))).ToList();
        var family = new List<int> { process };
        for (var i = 0; i < family.Count; i++)
            family.AddRange(parents.Where(p => p.Parent == family[i]).Select(p => p.Id));
        return family;
    }

    // "pid (name) state parent": the name may hold anything, its bracket closes last.
    private static int ParentOf(string process) =>
        int.TryParse(Read($"/proc/{process}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(1), CultureInfo.InvariantCulture, out var parent) ? parent : 0;

    private static double MemoryKiB(int process) =>
        Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/smaps_rollup")).Split('\n').Where(l => l.StartsWith("Pss:", StringComparison.Ordinal))
            .Select(l => double.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)).FirstOrDefault();

    private static int Entries(string folder)
    {
        try
        {
            return Directory.GetFileSystemEntries(folder).Length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private static long LengthOf(FileInfo file) => file.Exists ? file.Length : 0;

    // A process, or a file, may be gone by now.
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
