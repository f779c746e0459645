// The faults' names as people write them: stall, stale-nonce, clock-1970. Used by the control endpoint and its page.
namespace Bawaba.Simulator.Faults;

internal static class FaultNames
{
    private static readonly Dictionary<string, SimulatedFault> Known =
        Enum.GetValues<SimulatedFault>().ToDictionary(Of, f => f, StringComparer.Ordinal);

    internal static IEnumerable<string> All => Known.Keys;

    internal static string Of(SimulatedFault fault) => fault switch
    {
        SimulatedFault.StaleNonce => "stale-nonce",
        SimulatedFault.Clock1970 => "clock-1970",
        SimulatedFault.NewSets => "new-sets",
        SimulatedFault.LongGop => "long-gop",
        _ => fault.ToString().ToLowerInvariant(),
    };

    internal static SimulatedFault? Parse(string name) => Known.TryGetValue(name, out var fault) ? fault : null;
}
