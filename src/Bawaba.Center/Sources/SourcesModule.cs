using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bawaba.Center.Sources;

/// <summary>The files a person writes: read whole or not at all, and again when they change.</summary>
internal static class SourcesModule
{
    internal static void AddSources(this IServiceCollection services)
    {
        services.AddSingleton(_ => new SourceBoard());
        services.AddSingleton<SourceTools>();
        services.AddSingleton<SourceWatcher>(p => ActivatorUtilities.CreateInstance<SourceWatcher>(
            p, (IReadOnlyList<WatchedSource>)p.GetServices<WatchedSource>().ToArray()));
        services.AddSingleton<IHostedService>(p => p.GetRequiredService<SourceWatcher>());
    }
}
