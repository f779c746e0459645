using Bawaba.Contracts.City;
using Bawaba.Gate;
using Bawaba.Gate.Onvif;

namespace Bawaba.GateConsole.Commissioning;

/// <summary>The gate's cameras, and those found on the network.</summary>
public sealed record CamerasView
{
    public required GateSettings Gate { get; init; }

    internal GateStanding? Standing { get; init; }

    /// <summary>This machine's networks that can be searched.</summary>
    internal IReadOnlyList<string> Networks { get; init; } = [];

    internal DiscoveryView? Found { get; init; }
}

/// <summary>What a search of a network gave, and the streams of one of the cameras found.</summary>
internal sealed record DiscoveryView
{
    public required string Network { get; init; }

    public IReadOnlyList<FoundDevice> Devices { get; init; } = [];

    /// <summary>The device that was asked for its streams.</summary>
    public string Asked { get; init; } = "";

    public IReadOnlyList<FoundStream> Streams { get; init; } = [];

    /// <summary>Why a search or a device gave nothing; a code of <c>onvif-fault</c>, empty where it did.</summary>
    public string Fault { get; init; } = "";
}
