// Whether this gate can do its work, for what watches over it: /health/live and /health/ready beside the officer's page, without
// signing in. Promises: nothing but the names of what fails is said. A road to the center that is broken is no failing: the gate
// works without it.
using System.Net.Mime;
using Bawaba.Gate;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.GateConsole;

internal static class GateHealth
{
    private const string Well = "well";

    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Text(Well, MediaTypeNames.Text.Plain));
        endpoints.MapGet("/health/ready", (GateHost host) => FailingOf(host) is { Count: > 0 } failing
            ? Results.Text(string.Join('\n', failing.Prepend("failing")), MediaTypeNames.Text.Plain, statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Text(Well, MediaTypeNames.Text.Plain));
    }

    private static List<string> FailingOf(GateHost host)
    {
        var report = host.Report();
        var failing = new List<string>();
        if (report.OutboxFault is not null)
            failing.Add("outbox");
        if (report.Cameras.Any(c => c.Phase is not Contracts.CameraPhase.Live))
            failing.Add("cameras");
        return failing;
    }
}
