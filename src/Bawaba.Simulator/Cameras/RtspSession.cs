// What a client has agreed with a camera so far, and the answer to its next request: OPTIONS, DESCRIBE, SETUP, PLAY,
// GET_PARAMETER, TEARDOWN (RFC 2326). Called by RtspConnection, one a connection. Faults are played here.
using System.Globalization;
using System.Security.Cryptography;
using Bawaba.Simulator.Faults;

namespace Bawaba.Simulator.Cameras;

internal sealed class RtspSession(
    Func<string, SimulatedCamera?> cameras, RtspConnection connection, TimeProvider time, CancellationTokenSource closing) : IAsyncDisposable
{
    private static readonly TimeSpan FilmLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan DroppedAfter = TimeSpan.FromSeconds(1);
    private readonly string _id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
    private readonly DigestGuard _guard = new();
    private SimulatedCamera? _camera;
    private CameraRun? _run;
    private RtpPacketizer? _packets;
    private UdpPair? _udp;
    private ClientStream? _stream;
    private Task _streaming = Task.CompletedTask;

    /// <summary>True after TEARDOWN.</summary>
    internal bool IsOver { get; private set; }

    internal bool Plays => _stream is not null;

    internal async ValueTask<RtspReply> AnswerAsync(RtspRequest request, CancellationToken cancellation)
    {
        var camera = cameras(request.CameraName);
        if (camera is not null)
            await camera.Faults.EndOfAsync(SimulatedFault.Silent, SimulatedFault.Freeze, cancellation).ConfigureAwait(false);
        if (request.Method == "OPTIONS")
            return new(200) { Headers = [("Public", "OPTIONS, DESCRIBE, SETUP, PLAY, GET_PARAMETER, TEARDOWN")] };
        // A connection belongs to one camera.
        if (camera is null || (_camera is not null && _camera != camera))
            return new(404);
        if (!Allows(camera, request))
            return _guard.Challenge();
        return request.Method switch
        {
            "DESCRIBE" => await DescribeAsync(camera, request, cancellation).ConfigureAwait(false),
            "SETUP" => SetUp(camera, request),
            "PLAY" => Play(request),
            "GET_PARAMETER" => new(200) { Headers = [("Session", _id)] },
            "TEARDOWN" => TearDown(),
            _ => new(405),
        };
    }

    /// <summary>Begins to send once the answer to PLAY is written.</summary>
    internal void StartIfPlayed()
    {
        if (_stream is null || _streaming != Task.CompletedTask)
            return;
        var (run, stream) = (_run!, _stream);
        _camera!.Join(this);
        // Whoever begins to play in the moment in which a fault begins must not slip through.
        if (_camera.Faults.IsOn(SimulatedFault.Drop))
            closing.CancelAfter(DroppedAfter);
        else if (_camera.Faults.IsOn(SimulatedFault.Busy) || _camera.Faults.IsOn(SimulatedFault.Unauthorized))
            CutOff();
        _streaming = Task.Run(() => StreamAsync(run, stream, closing.Token));
        run.Join(stream);
    }

    /// <summary>Ends the connection at once.</summary>
    internal void CutOff() => closing.CancelAfter(TimeSpan.Zero);

    /// <summary>Ends when the camera of this session reads and writes.</summary>
    internal Task ThawedAsync(CancellationToken cancellation) =>
        _camera?.Faults.EndOfAsync(SimulatedFault.Freeze, SimulatedFault.Freeze, cancellation) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _camera?.Leave(this);
        if (_stream is not null)
            _run?.Leave(_stream);
        await _streaming.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_run is not null)
            await _camera!.ReleaseAsync(_run).ConfigureAwait(false);
        _udp?.Dispose();
    }

    private bool Allows(SimulatedCamera camera, RtspRequest request) =>
        !camera.Faults.IsOn(SimulatedFault.Unauthorized)
        && (camera.Options.Login is not { } login || _guard.Allows(request, login, once: camera.Faults.IsOn(SimulatedFault.StaleNonce)));

    private async ValueTask<RtspReply> DescribeAsync(SimulatedCamera camera, RtspRequest request, CancellationToken cancellation)
    {
        if (!Hold(camera))
            return new(453);
        try
        {
            var sets = await _run!.SetsAsync(cancellation).WaitAsync(FilmLimit, time, cancellation).ConfigureAwait(false);
            return new(200)
            {
                Headers = [("Content-Base", request.Address.TrimEnd('/') + "/"), ("Content-Type", "application/sdp")],
                Body = sets.ToSdp(),
            };
        }
        catch (Exception e) when (e is TimeoutException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new(503);
        }
    }

    private RtspReply SetUp(SimulatedCamera camera, RtspRequest request)
    {
        if (_stream is not null)
            return new(455);
        if (RtspTransport.Of(request.Headers.GetValueOrDefault("Transport", "")) is not { } offered)
            return new(461);
        if (camera.Faults.IsOn(SimulatedFault.Busy) || !Hold(camera))
            return new(453);
        var source = RandomNumberGenerator.GetInt32(int.MaxValue);
        if (Agree(offered, source) is not { } transport)
            return new(503);
        _packets = new(
            (uint)source, (ushort)RandomNumberGenerator.GetInt32(1 << 16), (uint)RandomNumberGenerator.GetInt32(int.MaxValue), offered.Channel ?? 0);
        return new(200) { Headers = [("Transport", transport), ("Session", $"{_id};timeout=60")] };
    }

    // The Transport header of the answer; null when no UDP ports are free.
    private string? Agree(RtspTransport offered, int source)
    {
        _udp?.Dispose();
        _udp = null;
        if (offered.Channel is { } channel)
            return string.Create(CultureInfo.InvariantCulture, $"RTP/AVP/TCP;unicast;interleaved={channel}-{channel + 1};ssrc={source:X8}");
        var port = offered.ClientPort!.Value;
        _udp = UdpPair.Open(connection.Client, port, ThawedAsync);
        return _udp is null
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"RTP/AVP;unicast;client_port={port}-{port + 1};server_port={_udp.Port}-{_udp.Port + 1};ssrc={source:X8}");
    }

    private RtspReply Play(RtspRequest request)
    {
        if (_packets is null || !OfThisSession(request))
            return new(454);
        _stream ??= new(_camera!, _packets, new(connection.WriteAsync, _udp));
        return new(200) { Headers = [("Session", _id), ("Range", "npt=now-")] };
    }

    private RtspReply TearDown()
    {
        IsOver = true;
        return new(200) { Headers = [("Session", _id)] };
    }

    private bool OfThisSession(RtspRequest request) =>
        request.Headers.GetValueOrDefault("Session", "").Split(';')[0] == _id;

    private bool Hold(SimulatedCamera camera)
    {
        _camera = camera;
        _run ??= camera.Hold();
        return _run is not null;
    }

    private async Task StreamAsync(CameraRun run, ClientStream stream, CancellationToken cancellation)
    {
        try
        {
            await stream.RunAsync(() => run.FilmTime, time, cancellation).ConfigureAwait(false);
        }
        finally
        {
            // The film has ended or the client takes nothing any more: end the connection, as a camera that went away.
            if (!closing.IsCancellationRequested)
                await closing.CancelAsync().ConfigureAwait(false);
        }
    }
}
