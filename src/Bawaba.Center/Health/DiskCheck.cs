using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bawaba.Center.Health;

/// <summary>The data folder's disk has room for days, not for minutes.</summary>
internal sealed class DiskCheck(CenterOptions options) : IHealthCheck
{
    private const long FreeBytes = 512L << 20;
    private const long FreeShare = 20;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var disk = new DriveInfo(Path.GetFullPath(options.DataFolder));
        return Task.FromResult(disk.AvailableFreeSpace >= Math.Min(FreeBytes, disk.TotalSize / FreeShare) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
    }
}
