// One gate's wire at the center: asks go out, answers come in. Made by GateWires for as long as the socket stands.
// Promises: an ask ends with its answer, its patience or the wire; an answer nobody waits for is dropped.
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using Bawaba.Contracts;
using Bawaba.Contracts.Video;
using Bawaba.Contracts.Wire;

namespace Bawaba.Center.Wire;

internal sealed class GateConnection(WebSocket socket, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan SnapshotPatience = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<long, Action<WireAnswer>> _waiting = new();
    private readonly ConcurrentDictionary<CameraId, SharedVideo> _videos = new();
    private readonly ConcurrentDictionary<(CameraId Camera, int Width), Lazy<Task<byte[]?>>> _snapshots = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly CancellationTokenSource _ended = new();
    private long _lastId;

    /// <summary>Receives until the other end closes; throws what broke the wire.</summary>
    internal async Task ReceiveAsync(CancellationToken cancellation)
    {
        while (await WireSocket.ReceiveAsync(socket, WebSocketMessageType.Binary, WireAnswer.MaxBytes, cancellation) is { } message)
        {
            var answer = WireAnswer.Parse(message);
            if (_waiting.TryGetValue(answer.Id, out var take))
                take(answer);
        }
    }

    /// <summary>However many screens ask at once, the gate is asked once.</summary>
    internal async Task<byte[]?> SnapshotAsync(CameraId camera, int maxWidthPx)
    {
        var key = (camera, maxWidthPx);
        var asking = _snapshots.GetOrAdd(key, _ => new(() => AskSnapshotAsync(camera, maxWidthPx)));
        try
        {
            return await asking.Value;
        }
        finally
        {
            _snapshots.TryRemove(new(key, asking));
        }
    }

    /// <summary>A viewer of the camera; one stream from the gate for all of them.</summary>
    internal VideoViewer Watch(CameraId camera) =>
        _videos.GetOrAdd(camera, c => new($"camera {c}", (fanOut, cancellation) => StreamAsync(c, fanOut, cancellation), time)).Join();

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        foreach (var video in _videos.Values)
            await video.DisposeAsync();
        _ended.Dispose();
        _sending.Dispose();
    }

    private async Task<byte[]?> AskSnapshotAsync(CameraId camera, int maxWidthPx)
    {
        var (id, answered) = (Interlocked.Increment(ref _lastId), new TaskCompletionSource<WireAnswer>(TaskCreationOptions.RunContinuationsAsynchronously));
        _waiting[id] = answer => answered.TrySetResult(answer);
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token);
            patience.CancelAfter(SnapshotPatience);
            await SendAsync(new() { Id = id, Verb = WireVerb.Snapshot, Camera = camera, MaxWidthPx = maxWidthPx }, patience.Token);
            return (await answered.Task.WaitAsync(patience.Token)).Picture is { Length: > 0 } picture ? picture : null;
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            return null;
        }
        finally
        {
            _waiting.TryRemove(id, out _);
        }
    }

    private async Task StreamAsync(CameraId camera, VideoFanOut fanOut, CancellationToken cancellation)
    {
        var (id, over) = (Interlocked.Increment(ref _lastId), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _waiting[id] = answer =>
        {
            if (answer.Part is { Kind: not VideoPartKind.Skipped } part)
                fanOut.Offer(part);
            else if (answer.End is { } end)
                over.TrySetException(end);
        };
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _ended.Token);
        try
        {
            await SendAsync(new() { Id = id, Verb = WireVerb.Watch, Camera = camera }, either.Token);
            await over.Task.WaitAsync(either.Token);
        }
        catch (Exception e) when (_ended.IsCancellationRequested || e is WebSocketException or ObjectDisposedException)
        {
            throw new VideoUnavailableException("cut-off", "the connection to the gate broke");
        }
        finally
        {
            _waiting.TryRemove(id, out _);
            await StopAsync(id);
        }
    }

    private async Task StopAsync(long id)
    {
        try
        {
            await SendAsync(new() { Id = id, Verb = WireVerb.Stop }, _ended.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // The wire is gone, and the video with it.
        }
    }

    private async Task SendAsync(WireAsk ask, CancellationToken cancellation)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(ask, ContractsJson.Default.WireAsk);
        await _sending.WaitAsync(cancellation);
        try
        {
            await socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, cancellation);
        }
        finally
        {
            _sending.Release();
        }
    }
}
