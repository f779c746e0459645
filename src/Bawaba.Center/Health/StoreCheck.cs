using System.Data.Common;
using Bawaba.Center.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bawaba.Center.Health;

/// <summary>The store answers.</summary>
internal sealed class StoreCheck(CenterStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.ReadAsync(connection => connection.First("SELECT 1", r => r.GetInt32(0)), cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is DbException or OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy();
        }
    }
}
