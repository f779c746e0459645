using Bawaba.Center.Incidents;

namespace Bawaba.Console.Incidents;

/// <summary>A seized item with its chain of custody; also its receipt.</summary>
/// <param name="Item">The item.</param>
/// <param name="Faults">Words of <c>incident-fault</c>.</param>
public sealed record SeizureView(SeizedItem Item, IReadOnlyList<string> Faults);
