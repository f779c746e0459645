using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Center.Live;

/// <summary>Changes on their way to screens: hints, bounded, never durable.</summary>
internal static class LiveModule
{
    internal static void AddLive(this IServiceCollection services) =>
        services.AddSingleton(p => new LiveFeed(p.GetRequiredService<TimeProvider>()));
}
