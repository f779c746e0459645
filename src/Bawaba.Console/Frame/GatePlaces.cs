// The names of gates and lanes in the screen's language, for the alert list, which gets only their ids.
using System.Text.Json.Nodes;
using Bawaba.Center.Gates;

namespace Bawaba.Console.Frame;

internal static class GatePlaces
{
    /// <summary><c>{"north":{"name":"…","lanes":{"in-1":"…"}}}</c>.</summary>
    internal static string Json(IEnumerable<Gate> gates, Screen screen)
    {
        var places = new JsonObject();
        foreach (var gate in gates)
        {
            var lanes = new JsonObject();
            foreach (var lane in gate.Lanes)
                lanes[lane.Id.Value] = screen.Name(lane.Name);
            places[gate.Id.Value] = new JsonObject { ["name"] = screen.Name(gate.Name), ["lanes"] = lanes };
        }
        return places.ToJsonString();
    }
}
