// The road between center processes of one store: NATS core, subject bawaba.live. LiveAnnouncer puts notices in,
// LiveWatch runs it. Promises: telling never blocks and never fails a commit; what the road loses is dropped here, and
// found by LiveWatch. A server that is away is no fault of the center: it is tried again without end.
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NATS.Client.Core;

namespace Bawaba.Center.Live;

internal sealed partial class NatsRoad : IAsyncDisposable
{
    private const string Subject = "bawaba.live";
    private const int MaxWaiting = 1_024;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);
    private readonly Guid _me = Guid.CreateVersion7();
    private readonly NatsConnection _nats;
    private readonly NatsAddress _address;
    private readonly TimeProvider _time;
    private readonly ILogger<NatsRoad> _logger;

    private readonly Channel<LiveNotice> _waiting = Channel.CreateBounded<LiveNotice>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest });

    internal NatsRoad(NatsAddress address, TimeProvider time, ILogger<NatsRoad> logger)
    {
        (_address, _time, _logger) = (address, time, logger);
        _nats = new(new NatsOpts
        {
            Url = address.Reveal(),
            Name = "bawaba-center",
            PingInterval = TimeSpan.FromSeconds(2),
            MaxPingOut = 2,
            ReconnectWaitMax = RetryAfter,
            SubPendingChannelCapacity = MaxWaiting,
            SubPendingChannelFullMode = BoundedChannelFullMode.DropOldest,
        });
    }

    /// <summary>True while notices can come.</summary>
    internal bool IsOpen => _nats.ConnectionState == NatsConnectionState.Open;

    /// <summary>Puts a notice on its way; dropped where too many wait.</summary>
    internal void Tell(string scope, long number, IReadOnlyCollection<LiveHint> hints) => _waiting.Writer.TryWrite(new()
    {
        From = _me,
        Scope = scope,
        Number = number,
        Hints = hints.Count <= LiveNotice.MaxHints ? [.. hints] : [],
    });

    /// <summary>Carries notices both ways until cancelled.</summary>
    internal Task RunAsync(Action<LiveNotice> heard, CancellationToken cancellation) =>
        Task.WhenAll(KeepAsync(SendAsync, cancellation), KeepAsync(c => ReceiveAsync(heard, c), cancellation));

    public ValueTask DisposeAsync() => _nats.DisposeAsync();

    private async Task SendAsync(CancellationToken cancellation)
    {
        await foreach (var notice in _waiting.Reader.ReadAllAsync(cancellation))
            await _nats.PublishAsync(Subject, notice.ToBytes(), cancellationToken: cancellation);
    }

    private async Task ReceiveAsync(Action<LiveNotice> heard, CancellationToken cancellation)
    {
        await foreach (var message in _nats.SubscribeAsync<byte[]>(Subject, cancellationToken: cancellation))
        {
            if (LiveNotice.Read(message.Data) is { } notice && notice.From != _me)
                heard(notice);
        }
    }

    private async Task KeepAsync(Func<CancellationToken, Task> carry, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await carry(cancellation);
            }
#pragma warning disable CA1031 // The one catch of this loop: without the road screens reload by the store's marks.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogBroken(_logger, _address.ToString(), e.GetType().Name);
            }
            await Task.Delay(RetryAfter, _time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "NATS at {Address} cannot be used now ({Fault}); until it can, screens reload when another center has changed something")]
    private static partial void LogBroken(ILogger logger, string address, string fault);
}
