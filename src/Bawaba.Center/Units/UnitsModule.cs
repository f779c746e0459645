using Bawaba.Center.Audit;
using Bawaba.Center.Gates;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bawaba.Center.Units;

/// <summary>Units the room can send: nobody off duty is sent or followed, a missing word is seen, the latest position alone is kept.</summary>
internal static class UnitsModule
{
    internal static void AddUnits(this IServiceCollection services, MqttAddress? mqtt)
    {
        services.AddSingleton<UnitKeeping>();
        services.AddSingleton<UnitBook>();
        services.AddSingleton<UnitWork>();
        services.AddSingleton<PositionIntake>();
        services.AddSingleton<UnitClock>();
        services.AddSingleton<IHostedService>(p => p.GetRequiredService<UnitClock>());
        if (mqtt is not null)
            services.AddSingleton<IHostedService>(p => new MqttRoad(mqtt, p.GetRequiredService<PositionIntake>(), Time(p), p.GetRequiredService<ILogger<MqttRoad>>()));
        services.AddSingleton(p => new UnitDesk(
            Store(p), Log(p), p.GetRequiredService<Disclosures>(), Guard(p), p.GetRequiredService<GateRegistry>(), p.GetRequiredService<UnitWork>(), Time(p)));
        services.AddSingleton(p => new UnitRegister(Store(p), Log(p), Guard(p), p.GetRequiredService<UnitWork>(), Time(p)));
        services.AddSingleton(p => new CrewDesk(
            Store(p), p.GetRequiredService<LiveAnnouncer>(), Log(p), p.GetRequiredService<Disclosures>(), Guard(p), p.GetRequiredService<UnitKeeping>(), Time(p)));
        services.AddSingleton(p => new FeedDesk(Store(p), Log(p), Guard(p), Time(p)));
        services.AddSingleton(p => new DemoUnits(Store(p), Log(p), p.GetRequiredService<GateRegistry>(), Time(p)));
    }

    internal static void MapUnits(this IEndpointRouteBuilder api) => UnitEndpoints.Map(api);

    private static CenterStore Store(IServiceProvider services) => services.GetRequiredService<CenterStore>();

    private static AuditLog Log(IServiceProvider services) => services.GetRequiredService<AuditLog>();

    private static SessionGuard Guard(IServiceProvider services) => services.GetRequiredService<SessionGuard>();

    private static TimeProvider Time(IServiceProvider services) => services.GetRequiredService<TimeProvider>();
}
