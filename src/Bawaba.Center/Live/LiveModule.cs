using Bawaba.Center.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bawaba.Center.Live;

/// <summary>Changes on their way to screens, over processes too: hints, bounded, never durable; each numbered in the store that they come from.</summary>
internal static class LiveModule
{
    internal static void AddLive(this IServiceCollection services, NatsAddress? nats)
    {
        services.AddSingleton(p => new LiveFeed(p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<LiveLedger>();
        if (nats is not null)
            services.AddSingleton(p => new NatsRoad(nats, p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<NatsRoad>>()));
        services.AddSingleton(p => new LiveAnnouncer(
            p.GetRequiredService<CenterStore>(), p.GetRequiredService<LiveFeed>(), p.GetRequiredService<LiveLedger>(), p.GetService<NatsRoad>()));
        services.AddSingleton(p => new LiveWatch(
            p.GetRequiredService<CenterStore>(), p.GetRequiredService<LiveFeed>(), p.GetRequiredService<LiveLedger>(), p.GetService<NatsRoad>(),
            p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<LiveWatch>>()));
        services.AddSingleton<IHostedService>(p => p.GetRequiredService<LiveWatch>());
    }
}
