// The road between a gate and the center. In one process it is a method call; between machines it will be
// mutually authenticated HTTPS. The gate's uplink calls it and nothing else of the center.
namespace Bawaba.Contracts;

/// <summary>What a gate may ask of the center. Every call may throw when the road is broken; the caller backs off.</summary>
public interface ICenterLink
{
    /// <summary>Returns only when every record of the batch is durable at the center.</summary>
    Task<IntakeAck> DeliverAsync(IntakeBatch batch, CancellationToken cancellation);

    /// <summary>The orders in force for the gate, as of now.</summary>
    Task<GateOrders> GetOrdersAsync(GateId gate, CancellationToken cancellation);

    /// <summary>Says how the gate is; lost reports are not repeated.</summary>
    Task ReportAsync(GateReport report, CancellationToken cancellation);
}
