using Bawaba.Center.Passages;
using Bawaba.Contracts;

namespace Bawaba.Console.Gates;

/// <summary>Vehicles counted in, out, and where the way could not be told.</summary>
public readonly record struct FlowView(long In, long Out, long Unknown)
{
    internal static FlowView Of(IEnumerable<PassageSum> sums)
    {
        var flow = default(FlowView);
        foreach (var sum in sums)
        {
            flow = sum.Direction switch
            {
                Direction.In => flow with { In = flow.In + sum.Passages },
                Direction.Out => flow with { Out = flow.Out + sum.Passages },
                _ => flow with { Unknown = flow.Unknown + sum.Passages },
            };
        }
        return flow;
    }
}
