// Positions of units from an MQTT broker: bawaba/units/ID/position, each a JSON object with latitude, longitude, at and perhaps
// accuracyMetres. A worker of the center where --mqtt-file names a broker. Promises: the same checks as over HTTP (PositionReport,
// PositionIntake); what cannot be read is dropped, too many waiting drop the oldest; a broker that is away is tried again without end.
using System.Buffers;
using System.Text.Json;
using System.Threading.Channels;
using Bawaba.Center.Operators;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MQTTnet;

namespace Bawaba.Center.Units;

internal sealed partial class MqttRoad(MqttAddress address, PositionIntake intake, TimeProvider time, ILogger<MqttRoad> logger) : BackgroundService
{
    internal const string Topic = "bawaba/units/+/position";
    private const int MaxBytes = 512;
    private const int MaxWaiting = 2_000;
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30)];

    private readonly Channel<PositionReport> _waiting = Channel.CreateBounded<PositionReport>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>A message as a position; null where topic or payload are not one.</summary>
    internal static PositionReport? Read(string topic, ReadOnlySequence<byte> payload, DateTimeOffset now)
    {
        if (topic.Split('/') is not ["bawaba", "units", var unit, "position"] || payload.Length is 0 or > MaxBytes)
            return null;
        try
        {
            var body = JsonSerializer.Deserialize(payload.ToArray(), CenterJson.Default.PositionBody);
            // The topic says whose it is: a broker gives rights by topic.
            return PositionReport.Of(body is null ? null : body with { Unit = unit }, now);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(ListenAsync(stoppingToken), TakeAsync(stoppingToken));

    private async Task ListenAsync(CancellationToken cancellation)
    {
        for (var tries = 0; !cancellation.IsCancellationRequested; tries++)
        {
            try
            {
                await HearAsync(() => tries = 0, cancellation);
                LogBroken(logger, address.ToString(), "closed");
            }
#pragma warning disable CA1031 // The one catch of this loop: the broker is tried again.
            catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogBroken(logger, address.ToString(), e.GetType().Name);
            }
            await Task.Delay(Waits[Math.Min(tries, Waits.Length - 1)], time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Returns when the broker closes the connection.
    private async Task HearAsync(Action connected, CancellationToken cancellation)
    {
        using var client = new MqttClientFactory().CreateMqttClient();
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        client.DisconnectedAsync += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        client.ApplicationMessageReceivedAsync += message =>
        {
            if (Read(message.ApplicationMessage.Topic, message.ApplicationMessage.Payload, time.GetUtcNow()) is { } report)
                _waiting.Writer.TryWrite(report);
            return Task.CompletedTask;
        };
        await client.ConnectAsync(Options(), cancellation);
        await client.SubscribeAsync(Topic, MQTTnet.Protocol.MqttQualityOfServiceLevel.AtMostOnce, cancellation);
        connected();
        LogOpen(logger, address.ToString());
        await closed.Task.WaitAsync(cancellation);
    }

    private MqttClientOptions Options()
    {
        var options = new MqttClientOptionsBuilder().WithTcpServer(address.Host, address.Port).WithCleanSession().WithTimeout(TimeSpan.FromSeconds(10));
        if (address.IsTls)
            options = options.WithTlsOptions(tls => tls.UseTls().WithTargetHost(address.Host));
        if (address.Reveal() is var (user, password))
            options = options.WithCredentials(user, password);
        return options.Build();
    }

    private async Task TakeAsync(CancellationToken cancellation)
    {
        while (await _waiting.Reader.WaitToReadAsync(cancellation))
        {
            var batch = new List<PositionReport>();
            while (batch.Count < UnitRules.MaxBatch && _waiting.Reader.TryRead(out var report))
                batch.Add(report);
            try
            {
                await intake.TakeAsync(Scope.Joint, "mqtt", batch, cancellation);
            }
#pragma warning disable CA1031 // The one catch of this loop: a position that is lost is followed by the next.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogLost(logger, e, batch.Count);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "MQTT at {Address}: positions of units are heard")]
    private static partial void LogOpen(ILogger logger, string address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "MQTT at {Address} cannot be used now ({Fault}); it is tried again")]
    private static partial void LogBroken(ILogger logger, string address, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} positions from MQTT could not be written")]
    private static partial void LogLost(ILogger logger, Exception exception, int count);
}
