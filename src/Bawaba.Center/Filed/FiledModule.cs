using Bawaba.Center.Gates;
using Bawaba.Center.Mandates;
using Bawaba.Center.Sources;
using Bawaba.Center.Watchlists;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Center.Filed;

/// <summary>The law of the demo city and of trials, from files.</summary>
internal static class FiledModule
{
    internal static void AddFiled(this IServiceCollection services, CenterOptions options)
    {
        string Kept(string name) => Path.Combine(options.DataFolder, "kept", name);
        var categories = Contracts.ListCategory.All.Select(c => c.Code).ToArray();
        services.AddSingleton(p => new MandateFile(new(
            MandateFormat.Create(p.GetRequiredService<GateRegistry>(), categories), options.MandatesPath, Kept("mandates.json"), p.GetRequiredService<SourceTools>())));
        services.AddSingleton(p => new WatchlistFile(new(
            WatchlistFormat.Create(p.GetRequiredService<TimeProvider>()), options.WatchlistPath, Kept("watchlist.json"), p.GetRequiredService<SourceTools>())));
        services.AddSingleton<FiledLaw>();
        services.AddSingleton(p => new WatchedSource(options.MandatesPath, p.GetRequiredService<FiledLaw>().TakeOrdersAsync));
        services.AddSingleton(p => new WatchedSource(options.WatchlistPath, p.GetRequiredService<FiledLaw>().TakeEntriesAsync));
    }
}
