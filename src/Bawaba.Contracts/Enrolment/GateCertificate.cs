using Bawaba.Contracts.City;

namespace Bawaba.Contracts.Enrolment;

/// <summary>What the center answers to an enrolment or a renewal.</summary>
public sealed record GateCertificate
{
    public required GateId Gate { get; init; }

    /// <summary>The gate's certificate, DER, base64.</summary>
    public required string Certificate { get; init; }

    /// <summary>The authority's certificate, DER, base64: what the gate pins.</summary>
    public required string Authority { get; init; }

    /// <summary>The gate as the center's city file has it: lanes and cameras to begin with. Without passwords.</summary>
    public GateSettings? Settings { get; init; }
}
