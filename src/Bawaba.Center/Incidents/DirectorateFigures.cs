using Bawaba.Contracts;

namespace Bawaba.Center.Incidents;

/// <summary>What one directorate had to do in a span: counts alone.</summary>
public sealed record DirectorateFigures
{
    /// <summary>Null: the joint room's and what is common.</summary>
    public DirectorateId? Directorate { get; init; }

    public required long OpenIncidents { get; init; }

    /// <summary>Opened within the span.</summary>
    public required long Opened { get; init; }

    public required long Closed { get; init; }

    /// <summary>Raised within the span.</summary>
    public required long Alerts { get; init; }

    public required long Confirmed { get; init; }

    public required long Rejected { get; init; }
}
