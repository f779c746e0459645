// Figures of this process to a collector of one's own, by OpenTelemetry's protocol (OTLP over HTTP). Started by `up`, `center` and
// `gate` where an address was given, and only there: without it nothing is sent anywhere.
using System.CommandLine;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Bawaba.Up;

internal static class MetricsExport
{
    private const string Path = "/v1/metrics";

    /// <summary>How often figures are sent.</summary>
    private const int EveryMilliseconds = 15_000;
    private const int PatienceMilliseconds = 5_000;

    internal static Option<string?> Option()
    {
        var option = new Option<string?>("--metrics") { Description = "OTLP collector that figures are sent to: https://host:port, or http on this machine; none by default" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } address && FaultOf(address) is { } fault)
                result.AddError(fault);
        });
        return option;
    }

    /// <summary>Null, or why figures cannot go there.</summary>
    internal static string? FaultOf(string address) =>
        !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0
            ? $"--metrics '{address}' is not of the form https://host:port"
            : uri.Scheme == "http" && !uri.IsLoopback ? $"--metrics '{address}' would carry figures over the network in clear; use https" : null;

    /// <summary>Sends until it is disposed; null for no address.</summary>
    internal static IDisposable? Start(string? collector, string service, int everyMilliseconds = EveryMilliseconds) => collector is null
        ? null
        : Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(ResourceBuilder.CreateEmpty().AddService(service, autoGenerateServiceInstanceId: false))
            .AddMeter("Bawaba.*", "System.Runtime", "Microsoft.AspNetCore.Server.Kestrel")
            .AddOtlpExporter((exporter, reader) =>
            {
                exporter.Endpoint = new(new(collector), Path);
                exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
                exporter.TimeoutMilliseconds = PatienceMilliseconds;
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = everyMilliseconds;
            })
            .Build();
}
