// The wires of all gates that run on machines of their own, by gate. The door serves them; GateDesk and VideoDesk ask
// through them as if the gates ran here. Promises: one wire a gate, the newest; pictures pass through memory only.
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using Bawaba.Contracts;
using Bawaba.Contracts.Video;
using Bawaba.Contracts.Wire;

namespace Bawaba.Center.Wire;

internal sealed class GateWires(TimeProvider time) : IGatePictures, IGateVideo
{
    private static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<GateId, GateConnection> _wires = new();

    /// <summary>Serves a gate's socket until it ends, or until the gate may not be a member any more.</summary>
    internal async Task ServeAsync(GateId gate, WebSocket socket, Func<CancellationToken, Task<bool>> isMemberAsync, CancellationToken cancellation)
    {
        await using var wire = new GateConnection(socket, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // Of two computers with one certificate the later counts.
        _wires[gate] = wire;
        var watching = WatchMembershipAsync(isMemberAsync, ending);
        try
        {
            await wire.ReceiveAsync(ending.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or InvalidDataException or IOException)
        {
            // The gate opens another.
        }
        finally
        {
            _wires.TryRemove(new(gate, wire));
            await ending.CancelAsync();
            await watching;
            await WireSocket.CloseAsync(socket, "the center ends");
        }
    }

    public async ValueTask<byte[]?> SnapshotAsync(GateId gate, CameraId camera, int maxWidthPx, CancellationToken cancellation) =>
        _wires.TryGetValue(gate, out var wire) ? await wire.SnapshotAsync(camera, maxWidthPx).WaitAsync(cancellation) : null;

    public async IAsyncEnumerable<VideoPart> WatchAsync(GateId gate, CameraId camera, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!_wires.TryGetValue(gate, out var wire))
            throw new VideoUnavailableException("cut-off", $"gate {gate} is not connected");
        using var viewer = wire.Watch(camera);
        await foreach (var part in viewer.ReadAsync(cancellation))
            yield return part;
    }

    private async Task WatchMembershipAsync(Func<CancellationToken, Task<bool>> isMemberAsync, CancellationTokenSource ending)
    {
        try
        {
            using var timer = new PeriodicTimer(CheckEvery, time);
            while (await timer.WaitForNextTickAsync(ending.Token))
            {
                if (await isMemberAsync(ending.Token))
                    continue;
                await ending.CancelAsync();
                return;
            }
        }
        catch (OperationCanceledException)
        {
            // The wire ended by itself.
        }
    }
}
