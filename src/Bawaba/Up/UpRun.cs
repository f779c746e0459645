// One run of the whole system: hold the folder, prepare the demo, open the center, start the gates, serve the screens,
// and take it all down in the opposite order. Called by UpVerb. Promises that nothing it started outlives it.
using Bawaba.Center;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Center.Units;
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Gate.Cameras;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Bawaba.Up;

internal sealed class UpRun(UpOptions options, TimeProvider time)
{
    internal async Task RunAsync(CancellationToken cancellation)
    {
        // 1. Everything that can be refused is looked at before anything is made.
        Refuse([.. options.UrlFaults(), .. options.DoorFaults(), .. options.RoadFaults(), .. options.FolderFaults()]);
        UpServer.RefuseTakenAddress(options);
        using var folder = DataFolder.Hold(options.DataFolder);
        using var figures = MetricsExport.Start(options.Metrics, options.RunsGates ? "bawaba" : "bawaba-center");
        using var loggers = LoggerFactory.Create(UpLogging.ToStandardError);
        await using var fleet = options.RunsGates ? OpenFleet() : null;
        // 2. The demo city's files and cameras, if it is wanted.
        await using var demo = options.Demo ? await DemoRun.StartAsync(options, time, loggers, cancellation) : null;
        var city = CityFile.Read(options.CityPath, out var faults) ?? throw new UpRefusedException(WithAdvice(faults));
        var credentials = ReadCredentials();
        // 3. The center and its screens, then the gates.
        await using var app = UpServer.Build(options, fleet, time);
        try
        {
            await PrepareAsync(app.Services, cancellation);
            var firstRun = await FirstRunAsync(app.Services, cancellation);
            await UpServer.ListenAsync(app, options, cancellation);
            await (demo?.PlayAsync(cancellation) ?? Task.CompletedTask);
            await ServeAsync(app, fleet, city, credentials, firstRun, loggers, cancellation);
        }
        finally
        {
            await (fleet?.DisposeAsync() ?? ValueTask.CompletedTask);
            using var patience = new CancellationTokenSource(UpServer.ShutdownTimeout, time);
            await app.StopAsync(patience.Token);
        }
    }

    private async Task ServeAsync(
        WebApplication app, GateFleet? fleet, CitySettings city, IReadOnlyDictionary<string, CameraCredentials> credentials, string? firstRun,
        ILoggerFactory loggers, CancellationToken cancellation)
    {
        if (!options.Demo && fleet is not null)
            EnrolmentMark.Put(options.DataFolder, city.Gates.Select(g => g.Id.Value));
        if (fleet is not null)
            await StartGatesAsync(fleet, city, credentials, app.Services.GetRequiredService<ICenterLink>(), loggers);
        // Gone before the gates are: what it appends still has where to go.
        await using var traffic = fleet is null ? null : TrafficRun.Start(city, fleet, time, loggers);
        Announce(app, firstRun);
        await Task.Delay(Timeout.InfiniteTimeSpan, time, StopOf(app, cancellation)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static GateFleet OpenFleet()
    {
        try
        {
            return new();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or InvalidDataException or Microsoft.ML.OnnxRuntime.OnnxRuntimeException)
        {
            throw new UpRefusedException($"the networks that read plates cannot be loaded: {e.Message}");
        }
    }

    private static void Refuse(IReadOnlyList<string> faults)
    {
        if (faults.Count > 0)
            throw new UpRefusedException(faults);
    }

    private static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellation)
    {
        try
        {
            await services.PrepareCenterAsync(cancellation);
        }
        catch (Exception e) when (e is StoreTooNewException or StoreUnfitException or System.Data.Common.DbException or IOException or UnauthorizedAccessException)
        {
            throw new UpRefusedException($"the center's store cannot be used: {e.Message}");
        }
    }

    private async Task StartGatesAsync(
        GateFleet fleet, CitySettings city, IReadOnlyDictionary<string, CameraCredentials> credentials, ICenterLink center, ILoggerFactory loggers)
    {
        try
        {
            await fleet.StartAsync(city, options.DataFolder, credentials, center, time, loggers);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException or InvalidDataException)
        {
            throw new UpRefusedException($"the gates cannot start: {e.Message}");
        }
    }

    // Returns what the person at the keyboard must be told once.
    private async Task<string?> FirstRunAsync(IServiceProvider services, CancellationToken cancellation)
    {
        if (options.Demo)
        {
            if (await services.GetRequiredService<DemoAccounts>().CreateAsync(Keep, cancellation) is null)
                return null;
            await services.GetRequiredService<DemoUnits>().CreateAsync(cancellation);
            return $"First run: accounts of every role were made; names and passwords are in {options.FirstRunPath}; `./bawaba code NAME` shows the six digits of a second factor";
        }
        var token = await services.GetRequiredService<InvitationDesk>().InviteFirstAdministratorAsync(cancellation);
        return token is null ? null : $"First run: open this link once, within 24 hours, to become the administrator: {{0}}/welcome/{token}";
    }

    private void Keep(IReadOnlyList<DemoAccount> accounts)
    {
        try
        {
            FirstRunFile.Write(options.FirstRunPath, accounts);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UpRefusedException($"{options.FirstRunPath} cannot be written: {e.Message}");
        }
    }

    private static void Announce(WebApplication app, string? firstRun)
    {
        var url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        // The link is shown on standard output alone: standard error is what gets kept as a log.
        if (firstRun is not null)
            System.Console.WriteLine(firstRun.Replace("{0}", url, StringComparison.Ordinal));
        System.Console.WriteLine($"Ready: {url}");
    }

    private IReadOnlyDictionary<string, CameraCredentials> ReadCredentials()
    {
        try
        {
            return CameraSecretsFile.Read(options.CameraSecretsPath);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new UpRefusedException(e.Message);
        }
    }

    private IReadOnlyList<string> WithAdvice(IReadOnlyList<string> faults) =>
        options.Demo || File.Exists(options.CityPath)
            ? faults
            : [.. faults, "write city.json as docs/files.md shows, or start without --no-demo to see the demo city"];

    private static CancellationToken StopOf(WebApplication app, CancellationToken cancellation)
    {
        var lifetime = app.Services.GetRequiredService<IHostApplicationLifetime>();
        cancellation.Register(lifetime.StopApplication);
        return lifetime.ApplicationStopping;
    }
}
