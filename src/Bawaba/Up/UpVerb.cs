// `bawaba up`: center, gates and console in one process on SQLite, until Ctrl-C.
using System.CommandLine;

namespace Bawaba.Up;

internal static class UpVerb
{
    private const int Refused = 2;

    internal static Command Command()
    {
        var data = new Option<string>("--data") { Description = "Folder for everything the system keeps", DefaultValueFactory = _ => DefaultDataFolder.Path };
        var urls = new Option<string>("--urls") { Description = "Address to serve; anything but loopback needs https and a certificate", DefaultValueFactory = _ => "http://localhost:8480" };
        var noDemo = new Option<bool>("--no-demo") { Description = "No demo city: gates come from DIR/city.json (docs/files.md)" };
        var mqtt = SecretOption.Mqtt();
        var metrics = MetricsExport.Option();
        var escalate = EscalationOption.Option();
        var command = new Command("up", "Start the whole system on this machine") { data, urls, noDemo, mqtt.Argument, mqtt.File, metrics, escalate };
        command.SetAction((parsed, cancellation) => RunAsync(
            "up",
            () => new()
            {
                DataFolder = Path.GetFullPath(parsed.GetRequiredValue(data)),
                Url = parsed.GetRequiredValue(urls),
                Demo = !parsed.GetValue(noDemo),
                Mqtt = mqtt.Read(parsed),
                Metrics = parsed.GetValue(metrics),
                Escalation = EscalationOption.Read(parsed.GetValue(escalate)),
            },
            cancellation));
        return command;
    }

    /// <summary>Runs the system as asked; what is refused is said under the verb's name.</summary>
    internal static async Task<int> RunAsync(string verb, Func<UpOptions> options, CancellationToken cancellation)
    {
        try
        {
            await new UpRun(options(), TimeProvider.System).RunAsync(cancellation);
            return 0;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return 0;
        }
        catch (UpRefusedException refusal)
        {
            foreach (var fault in refusal.Faults)
                await System.Console.Error.WriteLineAsync($"bawaba {verb}: {fault}");
            return Refused;
        }
    }
}
