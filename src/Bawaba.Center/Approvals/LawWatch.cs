// Keeps this process's copy of the law up to date: rings, orders and entries are read again when their mark in the store moved,
// by this process or another. Promises: looked at twice a second, so that a removal made elsewhere is in force here within one.
using Bawaba.Center.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bawaba.Center.Approvals;

internal sealed partial class LawWatch(CenterStore store, IEnumerable<ILawPart> parts, TimeProvider time, ILogger<LawWatch> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);
    private readonly ILawPart[] _parts = [.. parts];
    private readonly Dictionary<string, long> _read = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Reads again what has changed; all of it the first time. A desk awaits it after its own change.</summary>
    internal async Task LookAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var marks = await store.ReadAsync(c => _parts.ToDictionary(p => p.Part, p => ApprovalSql.MarkOf(c, p.Part), StringComparer.Ordinal), cancellation);
            foreach (var part in _parts)
            {
                if (_read.TryGetValue(part.Part, out var known) && known == marks[part.Part])
                    continue;
                await part.LoadAsync(cancellation);
                _read[part.Part] = marks[part.Part];
            }
        }
        finally
        {
            _one.Release();
        }
    }

    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The one catch of this loop: what was read last stays in force, the next look tries again.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogLookFailed(logger, e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The law could not be read again; what was read last stays in force")]
    private static partial void LogLookFailed(ILogger logger, Exception exception);
}
