using Bawaba.Contracts.City;
using Bawaba.Gate.Commissioning;

namespace Bawaba.GateConsole.Commissioning;

/// <summary>One camera's page: its form, what came of the last step, and how it does.</summary>
public sealed record CameraView
{
    public required GateSettings Gate { get; init; }

    public required CameraForm Form { get; init; }

    public required bool IsNew { get; init; }

    internal IReadOnlyList<SetUpFault> Faults { get; init; } = [];

    /// <summary>What gate.json's own rules say, in English.</summary>
    internal IReadOnlyList<string> Details { get; init; } = [];

    internal AddressTest? Test { get; init; }

    internal bool Saved { get; init; }

    internal CameraSight? Sight { get; init; }

    internal bool Has(SetUpFault fault) => Faults.Contains(fault);
}
