// `bawaba center`: the operations room on its own machine; gates knock at a door of their own.
using System.CommandLine;
using Bawaba.Up;

namespace Bawaba.Apart;

internal static class CenterVerb
{
    internal static Command Command()
    {
        var data = new Option<string>("--data") { Description = "Folder for everything the center keeps", DefaultValueFactory = _ => DefaultDataFolder.Path };
        var urls = new Option<string>("--urls") { Description = "Address of the screens; anything but loopback needs https and a certificate", DefaultValueFactory = _ => "http://localhost:8480" };
        var gates = new Option<string>("--gates") { Description = "Address at which gates' computers knock, by the name they know this machine under", DefaultValueFactory = _ => "https://localhost:8483" };
        var store = SecretOption.Store();
        var nats = SecretOption.Nats();
        var mqtt = SecretOption.Mqtt();
        var metrics = MetricsExport.Option();
        var escalate = EscalationOption.Option();
        var command = new Command("center", "Start the operations room alone; gates join over the network") { data, urls, gates, store.Argument, store.File, nats.Argument, nats.File, mqtt.Argument, mqtt.File, metrics, escalate };
        command.SetAction((parsed, cancellation) => UpVerb.RunAsync(
            "center",
            () => new()
            {
                DataFolder = Path.GetFullPath(parsed.GetRequiredValue(data)),
                Url = parsed.GetRequiredValue(urls),
                Demo = false,
                RunsGates = false,
                GateDoor = parsed.GetRequiredValue(gates),
                Store = store.Read(parsed),
                Nats = nats.Read(parsed),
                Mqtt = mqtt.Read(parsed),
                Metrics = parsed.GetValue(metrics),
                Escalation = EscalationOption.Read(parsed.GetValue(escalate)),
            },
            cancellation));
        return command;
    }
}
