// One run of a gate on its own machine: hold the folder, be somebody (enrol the first time), read the gate's own settings,
// start the gate, and take it down. Called by GateVerb. Promises: a restart needs neither code nor center; nothing it
// started outlives it.
using Bawaba.Contracts.City;
using Bawaba.Contracts.Enrolment;
using Bawaba.Gate;
using Bawaba.Gate.Cameras;
using Bawaba.Gate.Enrolment;
using Bawaba.Gate.Uplink;
using Bawaba.GateConsole;
using Bawaba.Up;
using Bawaba.Vision;

namespace Bawaba.Apart;

internal sealed class GateRun(GateOptions options, TimeProvider time)
{
    private const int MaxCodeFileBytes = 4096;

    internal async Task RunAsync(CancellationToken cancellation)
    {
        using var folder = DataFolder.Hold(options.DataFolder);
        using var figures = MetricsExport.Start(options.Metrics, "bawaba-gate");
        using var loggers = LoggerFactory.Create(UpLogging.ToStandardError);
        // 1. Who this machine is. The link owns the identity from here.
        var identity = Find() ?? await EnrolAsync(cancellation);
        using var link = new HttpCenterLink(options.Center, identity, time, loggers.CreateLogger<HttpCenterLink>());
        // 2. What stands here: the gate's own file.
        var settings = ReadSettings(identity);
        EnrolmentMark.Put(options.DataFolder, [identity.Gate.Value]);
        // 3. The gate, until it is told to stop.
        using var reader = OpenReader();
        await using var host = OpenHost(settings, reader, link, loggers);
        await host.StartAsync();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var wire = new GateWire(host, link.OpenWireAsync, time, loggers.CreateLogger<GateWire>()).RunAsync(stopping.Token);
        await using var page = await OpenPageAsync(host, cancellation);
        await System.Console.Out.WriteLineAsync($"Page: {page.Address}");
        await System.Console.Out.WriteLineAsync($"Ready: gate {identity.Gate}, center {options.Center}");
        await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await stopping.CancelAsync();
        await wire;
    }

    private GateIdentity? Find()
    {
        try
        {
            return GateIdentity.Find(options.IdentityFolder);
        }
        catch (InvalidDataException e)
        {
            throw new UpRefusedException(e.Message);
        }
    }

    private async Task<GateIdentity> EnrolAsync(CancellationToken cancellation)
    {
        var code = ReadCode();
        try
        {
            var (identity, answer) = await EnrolmentClient.EnrolAsync(options.Center, code, options.IdentityFolder, cancellation);
            // What the city file says of this gate is where it begins; from then on the gate's own file counts.
            if (answer.Settings is { } settings && !File.Exists(options.GatePath))
                GateFile.Write(options.GatePath, settings);
            await System.Console.Out.WriteLineAsync($"Enrolled as gate {identity.Gate}. Another person must now release the list to it at the center.");
            return identity;
        }
        catch (EnrolmentRefusedException e)
        {
            throw new UpRefusedException(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UpRefusedException($"the gate's identity cannot be kept in {options.IdentityFolder}: {e.Message}");
        }
    }

    private EnrolmentCode ReadCode()
    {
        string? text;
        if (options.CodePath is { } path)
        {
            try
            {
                text = new FileInfo(path).Length <= MaxCodeFileBytes ? File.ReadAllText(path) : throw new UpRefusedException($"{path} is too large to be a code");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new UpRefusedException($"the code file cannot be read: {e.Message}");
            }
        }
        else
        {
            System.Console.Out.Write("Enrolment code (from the center's gates page): ");
            text = System.Console.In.ReadLine();
        }
        return EnrolmentCode.TryParse(text, out var code)
            ? code
            : throw new UpRefusedException(string.IsNullOrWhiteSpace(text)
                ? "this machine is not enrolled and no code was given; make one on the center's gates page"
                : "this is no enrolment code, or a character of it is mistyped");
    }

    private GateSettings ReadSettings(GateIdentity identity)
    {
        var settings = GateFile.Read(options.GatePath, out var faults) ?? throw new UpRefusedException(faults);
        return settings.Id == identity.Gate
            ? settings
            : throw new UpRefusedException($"{options.GatePath} is of gate '{settings.Id}', but this machine is enrolled as gate '{identity.Gate}'");
    }

    private static PlateReader OpenReader()
    {
        try
        {
            return new(new() { ModelsFolder = ModelsFolder.Path });
        }
        catch (Exception e) when (e is IOException or InvalidDataException or Microsoft.ML.OnnxRuntime.OnnxRuntimeException)
        {
            throw new UpRefusedException($"the networks that read plates cannot be loaded: {e.Message}");
        }
    }

    private async Task<GateConsoleServer> OpenPageAsync(GateHost host, CancellationToken cancellation)
    {
        try
        {
            return await GateConsoleServer.StartAsync(host, options.Page, options.PageCertificatesFolder, time, UpLogging.ToStandardError, cancellation);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or System.Net.Sockets.SocketException)
        {
            throw new UpRefusedException($"the officer's page cannot be served at {options.Page}: {e.Message}");
        }
    }

    private GateHost OpenHost(GateSettings settings, PlateReader reader, HttpCenterLink link, ILoggerFactory loggers)
    {
        try
        {
            return new(
                new() { Settings = settings, DataFolder = options.WorkFolder, OutboxBytes = options.OutboxBytes, ListSecret = ListSecret.Read(options.ListKeyPath), GatePath = options.GatePath, CameraSecretsPath = options.CameraSecretsPath, Credentials = CameraSecretsFile.Read(options.CameraSecretsPath) },
                reader, link, time, loggers);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or Microsoft.Data.Sqlite.SqliteException)
        {
            throw new UpRefusedException($"the gate cannot start: {e.Message}");
        }
    }
}
