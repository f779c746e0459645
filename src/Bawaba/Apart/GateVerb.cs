// `bawaba gate`: one gate on its own machine, joined to a center over mutually authenticated HTTPS.
using System.CommandLine;
using Bawaba.GateConsole;
using Bawaba.Up;

namespace Bawaba.Apart;

internal static class GateVerb
{
    private const int Refused = 2;
    private const int MaxGib = 10_000;

    internal static Command Command()
    {
        var center = new Option<string>("--center") { Description = "The center's door for gates, https://host:port", Required = true };
        var data = new Option<string>("--data") { Description = "Folder for everything the gate keeps", DefaultValueFactory = _ => DefaultDataFolder.Path };
        var code = new Option<string?>("--code-file") { Description = "A file with the one-time enrolment code; without it the code is asked for. Never an argument: every process can read those" };
        var urls = new Option<string>("--urls") { Description = "Address of the officer's page, https, by the name or address tablets reach this machine under", DefaultValueFactory = _ => "https://localhost:8485" };
        var room = new Option<int>("--outbox-gib") { Description = "GiB of the disk that what waits for the center may take; beyond it the oldest wide pictures of hits are given up, never a hit", DefaultValueFactory = _ => 8 };
        room.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MaxGib)
                result.AddError($"--outbox-gib is 1 to {MaxGib}");
        });
        var listKey = new Option<string?>("--list-key-file") { Description = "A file with at least 32 secret random bytes that opens the kept list at a start without the center; better: a systemd credential of the name bawaba-list-key, sealed by the machine's TPM" };
        var metrics = MetricsExport.Option();
        urls.Validators.Add(result =>
        {
            if (GateConsoleServer.FaultOf(result.GetValueOrDefault<string>() ?? "") is { } fault)
                result.AddError(fault);
        });
        center.Validators.Add(result =>
        {
            if (GateOptions.FaultOf(result.GetValueOrDefault<string>() ?? "") is { } fault)
                result.AddError(fault);
        });
        var command = new Command("gate", "Start one gate on its own machine") { center, data, code, urls, room, listKey, metrics };
        command.SetAction((parsed, cancellation) => RunAsync(
            new()
            {
                Center = new(parsed.GetRequiredValue(center)),
                DataFolder = Path.GetFullPath(parsed.GetRequiredValue(data)),
                CodePath = parsed.GetValue(code),
                OutboxBytes = (long)parsed.GetRequiredValue(room) << 30,
                ListKeyPath = parsed.GetValue(listKey),
                Metrics = parsed.GetValue(metrics),
                Page = new(parsed.GetRequiredValue(urls)),
            },
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(GateOptions options, CancellationToken cancellation)
    {
        try
        {
            await new GateRun(options, TimeProvider.System).RunAsync(cancellation);
            return 0;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return 0;
        }
        catch (UpRefusedException refusal)
        {
            foreach (var fault in refusal.Faults)
                await System.Console.Error.WriteLineAsync($"bawaba gate: {fault}");
            return Refused;
        }
    }
}
