// GET, POST and DELETE /faults: faults of the simulated cameras, for people (curl) and tests. A page in a browser cannot
// use it by accident: a body must be announced as JSON, which a foreign page may not send unasked.
using System.Text.Json;
using Bawaba.Contracts;
using Bawaba.Simulator.Cameras;
using Bawaba.Simulator.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Simulator.Web;

internal static class FaultEndpoints
{
    private const string All = "*";

    internal static void MapFaults(this IEndpointRouteBuilder endpoints, CameraSimulator simulator)
    {
        endpoints.MapGet("/faults", () => Results.Json(ListOf(simulator), WebJson.Default.FaultList));
        endpoints.MapPost("/faults", context => AnswerAsync(context, simulator, needsFault: true, (camera, fault, length) => simulator.Begin(camera, fault!.Value, length)));
        endpoints.MapDelete("/faults", context => AnswerAsync(context, simulator, needsFault: false, (camera, fault, _) => simulator.End(camera, fault)));
    }

    private static FaultList ListOf(CameraSimulator simulator) => new(
        simulator.FaultsNow().ToDictionary(c => c.Camera.Value, c => (IReadOnlyList<string>)[.. c.Faults.Select(FaultNames.Of)], StringComparer.Ordinal),
        [.. FaultNames.All]);

    private static async Task AnswerAsync(
        HttpContext context, CameraSimulator simulator, bool needsFault, Action<CameraId?, SimulatedFault?, TimeSpan?> act)
    {
        var answer = Results.Json(ListOf(simulator), WebJson.Default.FaultList);
        try
        {
            if (!context.Request.HasJsonContentType())
                throw new ArgumentException("Send JSON: -H 'Content-Type: application/json'.");
            var order = await JsonSerializer.DeserializeAsync(context.Request.Body, WebJson.Default.FaultOrder, context.RequestAborted).ConfigureAwait(false)
                ?? throw new ArgumentException("Nothing was asked for.");
            act(CameraOf(order), FaultOf(order, needsFault), LengthOf(order));
            answer = Results.Json(ListOf(simulator), WebJson.Default.FaultList);
        }
        catch (JsonException e)
        {
            answer = Results.Text($"Not of the form {{\"camera\":\"stage-1\",\"fault\":\"stall\",\"seconds\":30}} (at {e.Path ?? "$"}).\n", statusCode: StatusCodes.Status400BadRequest);
        }
        catch (ArgumentException e)
        {
            answer = Results.Text(e.Message.Split(" (Parameter", 2)[0] + "\n", statusCode: StatusCodes.Status400BadRequest);
        }
        await answer.ExecuteAsync(context).ConfigureAwait(false);
    }

    private static CameraId? CameraOf(FaultOrder order)
    {
        if (order.Camera == All)
            return null;
        return CameraId.TryParse(order.Camera, out var id) ? id : throw new ArgumentException("'camera' is a camera's id, or \"*\" for all.");
    }

    private static SimulatedFault? FaultOf(FaultOrder order, bool isNeeded)
    {
        if (order.Fault is null && !isNeeded)
            return null;
        return FaultNames.Parse(order.Fault ?? "") ?? throw new ArgumentException($"'fault' is one of: {string.Join(", ", FaultNames.All)}.");
    }

    private static TimeSpan? LengthOf(FaultOrder order)
    {
        if (order.Seconds is not { } seconds)
            return null;
        return seconds is > 0 and <= 86_400 ? TimeSpan.FromSeconds(seconds) : throw new ArgumentException("'seconds' is more than 0 and at most 86400.");
    }
}
