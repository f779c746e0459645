// What one client that plays receives: pictures from the next key picture on, and sender reports. Fed by CameraRun,
// drained by its own two loops, both writing through the connection. Promises that a slow client loses pictures up to
// the next key picture and holds nobody up.
using System.Buffers;
using System.Threading.Channels;
using Bawaba.Simulator.Faults;

namespace Bawaba.Simulator.Cameras;

internal sealed class ClientStream
{
    private const int WaitingPictures = 90;
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(5);
    private readonly Channel<AccessUnit> _waiting = Channel.CreateBounded<AccessUnit>(
        new BoundedChannelOptions(WaitingPictures) { SingleReader = true, SingleWriter = true });
    private readonly RtpPacketizer _packets;
    private readonly SimulatedCamera _camera;
    private readonly PacketRoad _road;
    private readonly Lock _packetsLock = new();
    private bool _needsKey = true;

    internal ClientStream(SimulatedCamera camera, RtpPacketizer packets, PacketRoad road)
    {
        _camera = camera;
        _packets = packets;
        _road = road;
    }

    /// <summary>Takes a picture or drops it; never waits.</summary>
    internal void Offer(AccessUnit picture)
    {
        // After a stall a decoder can begin at a key picture only.
        if (_camera.Faults.IsOn(SimulatedFault.Stall))
            _needsKey = true;
        else if (!_needsKey || picture.IsKey)
            _needsKey = !_waiting.Writer.TryWrite(picture);
    }

    /// <summary>No picture will follow.</summary>
    internal void Complete() => _waiting.Writer.TryComplete();

    /// <summary>Writes until the film ends, the client goes or the token says so.</summary>
    internal async Task RunAsync(Func<TimeSpan> filmTime, TimeProvider time, CancellationToken cancellation)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var reporting = ReportAsync(filmTime, time, ended.Token);
        try
        {
            await SendAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await reporting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SendAsync(CancellationToken cancellation)
    {
        var output = new ArrayBufferWriter<byte>(1 << 16);
        var sent = 0;
        await foreach (var picture in _waiting.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
        {
            if (sent >= _camera.Options.Faults.StallAfterFrames)
                continue;
            output.ResetWrittenCount();
            lock (_packetsLock)
                _packets.Write(output, picture.Units, picture.Offset);
            await _road.SendPicturesAsync(output.WrittenMemory, _camera.Faults.IsOn(SimulatedFault.Gaps), cancellation).ConfigureAwait(false);
            sent++;
        }
    }

    private async Task ReportAsync(Func<TimeSpan> filmTime, TimeProvider time, CancellationToken cancellation)
    {
        var output = new ArrayBufferWriter<byte>(128);
        using var timer = new PeriodicTimer(ReportEvery, time);
        while (await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false))
        {
            output.ResetWrittenCount();
            lock (_packetsLock)
                _packets.WriteReport(output, filmTime(), _camera.Now);
            await _road.SendReportAsync(output.WrittenMemory, cancellation).ConfigureAwait(false);
        }
    }
}
