namespace Bawaba.Center;

/// <summary>Every fault of the options at once.</summary>
internal static class CenterOptionsCheck
{
    internal static void Require(CenterOptions options)
    {
        var faults = new List<string>();
        foreach (var (name, path) in new[]
        {
            (nameof(options.DataFolder), options.DataFolder), (nameof(options.CityPath), options.CityPath),
            (nameof(options.MandatesPath), options.MandatesPath), (nameof(options.WatchlistPath), options.WatchlistPath),
        })
        {
            if (string.IsNullOrWhiteSpace(path))
                faults.Add($"{name} is empty");
        }
        if (options.Nats is not null && options.Store is null)
            faults.Add($"{nameof(options.Nats)} is for several centers over one PostgreSQL database");
        if (options.CountsKeptDays is not (>= 1 and <= 3660))
            faults.Add($"{nameof(options.CountsKeptDays)} is not 1 to 3660");
        faults.AddRange(options.Escalation.Faults());
        if (options.MaxLiveConnections is not (>= 1 and <= 10_000))
            faults.Add($"{nameof(options.MaxLiveConnections)} is not 1 to 10000");
        if (options.MaxLiveConnectionsPerAccount is not (>= 1 and <= 100))
            faults.Add($"{nameof(options.MaxLiveConnectionsPerAccount)} is not 1 to 100");
        if (faults.Count > 0)
            throw new ArgumentException(string.Join("; ", faults), nameof(options));
    }
}
