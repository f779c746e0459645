using Bawaba.Center.Audit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bawaba.Center.Health;

/// <summary>No row of the audit log waits beside it: the log takes what is written.</summary>
internal sealed class SpoolCheck(AuditSpool spool) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(spool.IsEmpty ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
}
