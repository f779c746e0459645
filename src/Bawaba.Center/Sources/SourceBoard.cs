using System.Collections.Concurrent;

namespace Bawaba.Center.Sources;

/// <summary>The newest load report of each source file.</summary>
public sealed class SourceBoard
{
    private static readonly string[] Order = [LoadReport.City, LoadReport.Mandates, LoadReport.Watchlist];
    private readonly ConcurrentDictionary<string, LoadReport> _reports = new(StringComparer.Ordinal);

    internal SourceBoard()
    {
    }

    /// <summary>City, mandates, watch-list, in this order; only those read so far. No plate is in it.</summary>
    public IReadOnlyList<LoadReport> Reports => Order.Select(s => _reports.GetValueOrDefault(s)).OfType<LoadReport>().ToArray();

    internal LoadReport? Find(string source) => _reports.GetValueOrDefault(source);

    internal void Put(LoadReport report) => _reports[report.Source] = report;
}
