// Counts as bars: minutes from left to right, in above the line, out below. Made by GateReader, drawn by CountChart.
using Bawaba.Center.Passages;

namespace Bawaba.Console.Gates;

/// <summary>Flows of consecutive steps of time; steps without a passage are in it as zero.</summary>
public sealed record CountChartView
{
    public required DateTimeOffset FromAt { get; init; }

    public required TimeSpan Step { get; init; }

    public required IReadOnlyList<FlowView> Flows { get; init; }

    /// <summary>The largest bar, at least 1.</summary>
    internal long Peak => Math.Max(1, Flows.Max(flow => Math.Max(flow.In, flow.Out)));

    internal static CountChartView Of(IReadOnlyList<PassageSum> sums, DateTimeOffset from, DateTimeOffset until, TimeSpan step)
    {
        var bySlot = sums.ToLookup(sum => (int)((sum.FromAt - from) / step));
        var slots = (int)Math.Ceiling((until - from) / step);
        return new() { FromAt = from, Step = step, Flows = [.. Enumerable.Range(0, slots).Select(slot => FlowView.Of(bySlot[slot]))] };
    }
}
