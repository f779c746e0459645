using Bawaba.Center.Alerts;
using Bawaba.Center.Gates;

namespace Bawaba.Console.Alerts;

/// <summary>An alert with the gate it came from.</summary>
public sealed record AlertCardView
{
    public required Alert Alert { get; init; }

    /// <summary>Null when the gate is not registered any more.</summary>
    public required Gate? Gate { get; init; }
}
