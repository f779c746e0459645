// What the room asks of this gate while it looks: snapshots and live video, over a connection the gate opens itself (no
// port of a gate is open to the network). Run by GateRun beside the uplink. Promises: nothing asked here holds up a
// record; a wire that breaks is opened again; whatever was watched over it ends with it.
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using Bawaba.Contracts;
using Bawaba.Contracts.Video;
using Bawaba.Contracts.Wire;
using Microsoft.Extensions.Logging;

namespace Bawaba.Gate.Uplink;

/// <summary>The gate's end of its wire.</summary>
/// <param name="openAsync">Opens a connection to the center.</param>
public sealed partial class GateWire(GateHost host, Func<CancellationToken, Task<WebSocket>> openAsync, TimeProvider time, ILogger<GateWire> logger)
{
    private const int MaxWaiting = 16;
    private const int MaxAsks = 64;
    private static readonly TimeSpan LeastPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Runs until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var pause = LeastPause;
        while (!cancellation.IsCancellationRequested)
        {
            var began = time.GetTimestamp();
            try
            {
                await ServeAsync(cancellation).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // The one catch of this loop: whatever broke the wire, it is opened again.
            catch (Exception e)
#pragma warning restore CA1031
            {
                if (cancellation.IsCancellationRequested)
                    return;
                LogBroken(logger, host.Id.Value, e.Message);
            }
            pause = time.GetElapsedTime(began) > LongestPause ? LeastPause : pause * 2 < LongestPause ? pause * 2 : LongestPause;
            await Task.Delay(pause * (0.5 + (Random.Shared.NextDouble() / 2)), time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ServeAsync(CancellationToken cancellation)
    {
        using var socket = await openAsync(cancellation).ConfigureAwait(false);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var answers = Channel.CreateBounded<WireAnswer>(MaxWaiting);
        var asks = new ConcurrentDictionary<long, CancellationTokenSource>();
        var sending = SendAsync(socket, answers.Reader, ending.Token);
        try
        {
            while (await WireSocket.ReceiveAsync(socket, WebSocketMessageType.Text, WireAsk.MaxBytes, ending.Token).ConfigureAwait(false) is { } text)
            {
                if (sending.IsCompleted)
                    break;
                Take(JsonSerializer.Deserialize(text, ContractsJson.Default.WireAsk) ?? throw new InvalidDataException("an empty ask"), asks, answers.Writer, ending.Token);
            }
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await WireSocket.CloseAsync(socket, "the gate ends").ConfigureAwait(false);
        }
    }

    private void Take(WireAsk ask, ConcurrentDictionary<long, CancellationTokenSource> asks, ChannelWriter<WireAnswer> answers, CancellationToken cancellation)
    {
        if (ask.Verb is WireVerb.Stop)
        {
            if (asks.TryRemove(ask.Id, out var running))
                running.Cancel();
            return;
        }
        if (ask.Camera is not { } camera || asks.Count >= MaxAsks)
        {
            answers.TryWrite(new() { Id = ask.Id, End = new("busy", "too much is asked of this gate at once") });
            return;
        }
        // Not disposed: its token may still be waited on; it holds no timer.
        var own = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        asks[ask.Id] = own;
        _ = Task.Run(() => AnswerAsync(ask, camera, asks, answers, own.Token), CancellationToken.None);
    }

    private async Task AnswerAsync(
        WireAsk ask, CameraId camera, ConcurrentDictionary<long, CancellationTokenSource> asks, ChannelWriter<WireAnswer> answers, CancellationToken cancellation)
    {
        try
        {
            if (ask.Verb is WireVerb.Snapshot)
            {
                await answers.WriteAsync(new() { Id = ask.Id, Picture = host.Snapshot(camera, Math.Clamp(ask.MaxWidthPx, 64, 3840)) ?? [] }, cancellation).ConfigureAwait(false);
                return;
            }
            // A thin road holds this loop up; the camera's fan-out then takes it forward to the next key.
            await foreach (var part in host.WatchAsync(camera, cancellation).ConfigureAwait(false))
                await answers.WriteAsync(new() { Id = ask.Id, Part = part }, cancellation).ConfigureAwait(false);
        }
        catch (VideoUnavailableException e)
        {
            await answers.WriteAsync(new() { Id = ask.Id, End = e }, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Stopped, or the wire is gone.
        }
        finally
        {
            asks.TryRemove(ask.Id, out _);
        }
    }

    private static async Task SendAsync(WebSocket socket, ChannelReader<WireAnswer> answers, CancellationToken cancellation)
    {
        await foreach (var answer in answers.ReadAllAsync(cancellation).ConfigureAwait(false))
            await socket.SendAsync(answer.ToBytes(), WebSocketMessageType.Binary, endOfMessage: true, cancellation).ConfigureAwait(false);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Gate {Gate}: no wire to the room ({Reason}); it is opened again")]
    private static partial void LogBroken(ILogger logger, string gate, string reason);
}
