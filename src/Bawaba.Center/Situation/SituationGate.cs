using Bawaba.Center.Gates;

namespace Bawaba.Center.Situation;

/// <summary>A gate on the situation sheet.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="State">How it and its cameras are.</param>
/// <param name="In">Vehicles into the city in the last hour.</param>
/// <param name="Out">Vehicles out of it.</param>
/// <param name="Unknown">Vehicles whose way could not be told.</param>
/// <param name="OpenAlerts">Alerts whose work is not done.</param>
public sealed record SituationGate(Gate Gate, GateState State, long In, long Out, long Unknown, int OpenAlerts);
