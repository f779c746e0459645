// The operations room as one piece: the table of its modules. Called by the one program and by tests.
using Bawaba.Center.Alerts;
using Bawaba.Center.Approvals;
using Bawaba.Center.Audit;
using Bawaba.Center.Calls;
using Bawaba.Center.Cases;
using Bawaba.Center.Enrolment;
using Bawaba.Center.Filed;
using Bawaba.Center.Gates;
using Bawaba.Center.Health;
using Bawaba.Center.Incidents;
using Bawaba.Center.Intake;
using Bawaba.Center.Live;
using Bawaba.Center.Mandates;
using Bawaba.Center.Officers;
using Bawaba.Center.Operators;
using Bawaba.Center.Passages;
using Bawaba.Center.Roads;
using Bawaba.Center.Screens;
using Bawaba.Center.Sharing;
using Bawaba.Center.Situation;
using Bawaba.Center.Sources;
using Bawaba.Center.Storage;
using Bawaba.Center.Units;
using Bawaba.Center.Video;
using Bawaba.Center.Watchlists;
using Bawaba.Center.Wire;
using Bawaba.Contracts;
using Bawaba.Contracts.Enrolment;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bawaba.Center;

/// <summary>The operations room as one piece.</summary>
public static class CenterModule
{
    private static readonly TimeSpan ScreenPing = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Registers every module, session authentication and one policy a permission. <c>TimeProvider</c> is taken
    /// from the services (the system's where none is registered); <c>IGatePictures</c> too, where pictures exist.
    /// </summary>
    /// <exception cref="ArgumentException">The options are out of their limits; every fault is named.</exception>
    public static IServiceCollection AddCenter(this IServiceCollection services, CenterOptions options)
    {
        CenterOptionsCheck.Require(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddLogging();
        services.AddStorage(options.DataFolder, options.Store);
        services.AddAudit(options.DataFolder);
        services.AddLive(options.Nats);
        services.AddOperators(options.DataFolder);
        services.AddApprovals(options.Passkeys);
        services.AddCases();
        services.AddSharing();
        services.AddSources();
        services.AddGates(options.CityPath, options.FilesAreLaw);
        services.AddUnits(options.Mqtt);
        services.AddRoads();
        services.AddOfficers();
        services.AddMandates();
        services.AddWatchlists();
        if (options.FilesAreLaw)
            services.AddFiled(options);
        services.AddPassages(options.CountsKeptDays);
        services.AddAlerts();
        services.AddCalls();
        services.AddIncidents();
        services.AddSituation();
        services.AddIntake();
        services.AddScreens(options.MaxLiveConnections, options.MaxLiveConnectionsPerAccount);
        services.AddVideo();
        services.AddMetrics().AddSingleton<CenterMetrics>();
        services.AddHealth();
        services.AddApiLimits();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, CenterJson.Default));
        return services;
    }

    /// <summary>Lets gates on machines of their own belong to this center: enrolment, and the door they knock at (<see cref="MapGateDoor"/>).</summary>
    /// <param name="services">Of <see cref="AddCenter"/>.</param>
    /// <param name="authority">Disposed with the services.</param>
    public static IServiceCollection AddGateDoor(this IServiceCollection services, GateAuthority authority)
    {
        services.AddEnrolment(authority);
        services.AddWire();
        services.AddRequestDecompression();
        return services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(1, ContractsJson.Default));
    }

    /// <summary>Maps the gates' door to one port and keeps everything else off it. Before UseRouting.</summary>
    public static IApplicationBuilder UseGateDoor(this IApplicationBuilder app, int port) => app.Use((context, next) =>
    {
        var isDoor = context.Request.Path.StartsWithSegments(GateRoutes.Prefix, StringComparison.Ordinal);
        if (isDoor == (context.Connection.LocalPort == port))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    /// <summary>Unpacks what gates send packed; the limit of a body holds for what comes out. After UseRouting.</summary>
    public static IApplicationBuilder UseGateDecompression(this IApplicationBuilder app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments(GateRoutes.Prefix, StringComparison.Ordinal), door => door.UseRequestDecompression());

    /// <summary>Maps /gate/v1/….</summary>
    public static IEndpointRouteBuilder MapGateDoor(this IEndpointRouteBuilder endpoints)
    {
        GateDoor.Map(endpoints);
        return endpoints;
    }

    /// <summary>Migrates the store and reads the source files. Await it before the host starts; refuses a store of a newer program.</summary>
    /// <exception cref="StoreTooNewException">The store was written by a newer program.</exception>
    /// <exception cref="StoreUnfitException">The database cannot keep what the center promises, its owner must migrate it first, or the key of its second factors is not there.</exception>
    public static async Task PrepareCenterAsync(this IServiceProvider services, CancellationToken cancellation)
    {
        services.PrepareStorage(services.GetRequiredService<CenterOptions>().DataFolder);
        await services.GetRequiredService<SecretSeal>().OpenAsync(cancellation);
        await services.GetRequiredService<CountClock>().PrepareAsync(cancellation);
        await services.GetRequiredService<AuditLog>().DrainSpoolAsync(cancellation);
        await services.GetRequiredService<SourceWatcher>().PollAsync(cancellation);
        await services.GetRequiredService<LawWatch>().LookAsync(cancellation);
    }

    /// <summary>Origin check, authentication, authorization, rate limits: in this order, after UseRouting.</summary>
    public static IApplicationBuilder UseCenter(this IApplicationBuilder app)
    {
        app.UseWebSockets(new() { KeepAliveInterval = ScreenPing, KeepAliveTimeout = ScreenPing });
        app.Use(OriginCheck.InvokeAsync);
        app.UseAuthentication();
        app.UseAuthorization();
        return app.UseRateLimiter();
    }

    /// <summary>Maps /api/… and /health/….</summary>
    public static IEndpointRouteBuilder MapCenter(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api")
            .RequireRateLimiting(ApiLimits.Calls)
            .WithMetadata(new RequestSizeLimitAttribute(ApiLimits.MaxBodyBytes))
            .AddEndpointFilter(NoStore.InvokeAsync);
        api.MapOperators();
        api.MapApprovals();
        api.MapGates();
        api.MapUnits();
        api.MapMandates();
        api.MapWatchlists();
        api.MapPassages();
        api.MapAlerts();
        api.MapScreens();
        api.MapVideo();
        endpoints.MapHealth();
        return endpoints;
    }
}
