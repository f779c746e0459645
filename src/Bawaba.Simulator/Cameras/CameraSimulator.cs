// A box of cameras without hardware, on this machine only: RTSP 1.0 on a loopback port, one camera a path.
// Called by `bawaba simulate`, the demo city, benches and tests. It serves anything that reads a camera (ffmpeg, the
// gate's own worker); promises bounded clients, bounded requests, and that everything it started ends with it.
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Bawaba.Contracts;
using Bawaba.Simulator.Faults;
using Microsoft.Extensions.Logging;

namespace Bawaba.Simulator.Cameras;

/// <summary>Serves simulated cameras at <c>rtsp://127.0.0.1:PORT/CAMERA</c>.</summary>
public sealed partial class CameraSimulator(TimeProvider time, ILoggerFactory loggers) : IAsyncDisposable
{
    private const int MaxConnections = 128;
    private static readonly TimeSpan AcceptAgain = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MaxFault = TimeSpan.FromDays(1);
    private readonly ILogger _logger = loggers.CreateLogger<CameraSimulator>();
    private readonly ConcurrentDictionary<string, SimulatedCamera> _cameras = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<RtspConnection, Task> _connections = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly FilmFolder _folder = new();
    private readonly FaultSwitch _port = new(time);
    private Task _accepting = Task.CompletedTask;

    /// <summary>Called for every frame as it goes out; keep it short, the camera waits for it.</summary>
    public Action<SentFrame>? FrameSent { get; set; }

    /// <summary>The port that is served; 0 before <see cref="Start"/>.</summary>
    public int Port { get; private set; }

    /// <summary>
    /// Adds a camera that plays a video file for ever, with the file's own frame times. The file is brought into the
    /// form of a camera first (H.264 without B-frames; others are encoded anew). Throws
    /// <see cref="FileNotFoundException"/>, or <see cref="InvalidDataException"/> when it holds no video.
    /// </summary>
    public async Task AddFileAsync(CameraId id, string path, CancellationToken cancellation, SimulatedCameraOptions? options = null)
    {
        var film = await VideoConversion.ToFilmAsync(path, _folder.NextPath(), cancellation).ConfigureAwait(false);
        Add(id, film.ReadAsync, options);
    }

    /// <summary>
    /// Adds a camera whose H.264 byte stream (annex B, no B-frames, parameter sets first) is made while it is watched:
    /// opened for the first client, disposed after the last one, read no faster than it is sent.
    /// </summary>
    public void AddLive(
        CameraId id, double framesPerSecond, Func<CancellationToken, Task<Stream>> openAsync, SimulatedCameraOptions? options = null) =>
        Add(id, new LiveFilm(framesPerSecond, openAsync).ReadAsync, options);

    /// <summary>
    /// Adds a camera that plays an H.264 byte stream (annex B, no B-frames, parameter sets first) at a fixed rate for
    /// ever. The file exists and may still be written, faster than it is played, until <paramref name="written"/> ends.
    /// </summary>
    public void AddFilm(CameraId id, string path, double framesPerSecond, Task written, SimulatedCameraOptions? options = null) =>
        Add(id, new LoopedFilm(path, framesPerSecond, written).ReadAsync, options);

    /// <summary>Starts to serve; port 0 takes a free one. Throws <see cref="SocketException"/> when the port is taken.</summary>
    public void Start(int port)
    {
        if (Port != 0)
            throw new InvalidOperationException("The simulator serves already.");
        var listener = Listen(port);
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _accepting = Task.Run(() => ServeAllAsync(listener, _stopping.Token));
    }

    /// <summary>
    /// Begins a fault of one camera, or of all where <paramref name="id"/> is null. It ends by itself after
    /// <paramref name="duration"/> (null: when it is ended). Throws <see cref="ArgumentException"/> when there is no such
    /// camera, or when <see cref="SimulatedFault.Refuse"/> is asked for one of them.
    /// </summary>
    public void Begin(CameraId? id, SimulatedFault fault, TimeSpan? duration)
    {
        if (duration is { } length && (length <= TimeSpan.Zero || length > MaxFault))
            throw new ArgumentException($"A fault lasts from 0 s (excluded) to {MaxFault.TotalSeconds:0} s.", nameof(duration));
        if (fault != SimulatedFault.Refuse)
            Cameras(id).ForEach(camera => camera.Faults.Begin(fault, duration));
        else if (id is null)
            _port.Begin(fault, duration);
        else
            throw new ArgumentException("All cameras share one port: 'refuse' is for all of them.", nameof(id));
    }

    /// <summary>Ends a fault, or all where <paramref name="fault"/> is null, of one camera or of all.</summary>
    public void End(CameraId? id, SimulatedFault? fault)
    {
        foreach (var one in fault is { } named ? [named] : Enum.GetValues<SimulatedFault>())
        {
            Cameras(id).ForEach(camera => camera.Faults.End(one));
            if (id is null)
                _port.End(one);
        }
    }

    /// <summary>The cameras' ids in order, each with the faults that are on.</summary>
    public IReadOnlyList<(CameraId Camera, IReadOnlyList<SimulatedFault> Faults)> FaultsNow() =>
        [.. _cameras.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => (CameraId.Parse(c.Key), (IReadOnlyList<SimulatedFault>)[.. _port.On, .. c.Value.Faults.On]))];

    /// <summary>Where a camera is served.</summary>
    public string UrlOf(CameraId id) => $"rtsp://127.0.0.1:{Port}/{id.Value}";

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(_connections.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var camera in _cameras.Values)
            await camera.DisposeAsync().ConfigureAwait(false);
        _port.Dispose();
        _folder.Dispose();
        _stopping.Dispose();
    }

    private void Add(CameraId id, Film film, SimulatedCameraOptions? options)
    {
        options ??= new();
        if (options.MaxClients is < 1 or > 32)
            throw new ArgumentOutOfRangeException(nameof(options), "MaxClients is 1 to 32.");
        var camera = new SimulatedCamera(id, film, options, time, _logger, frame => FrameSent?.Invoke(frame));
        if (!_cameras.TryAdd(id.Value, camera))
            throw new InvalidOperationException($"Camera '{id}' is there already.");
    }

    internal SimulatedCamera? Find(string name) => _cameras.GetValueOrDefault(name);

    private List<SimulatedCamera> Cameras(CameraId? id)
    {
        if (id is not { } one)
            return [.. _cameras.Values];
        return Find(one.Value) is { } camera ? [camera] : throw new ArgumentException($"There is no camera '{one}'.", nameof(id));
    }

    private static TcpListener Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start(backlog: 32);
        return listener;
    }

    // Open, and closed while the port refuses, in turns.
    private async Task ServeAllAsync(TcpListener listener, CancellationToken cancellation)
    {
        while (true)
        {
            using (var open = CancellationTokenSource.CreateLinkedTokenSource(cancellation))
            using (listener)
            {
                _port.Changed += Close;
                if (_port.IsOn(SimulatedFault.Refuse))
                    await open.CancelAsync().ConfigureAwait(false);
                await AcceptAsync(listener, open.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                _port.Changed -= Close;
                listener.Stop();
                await Task.WhenAll(_connections.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

                void Close(SimulatedFault fault, bool isOn)
                {
                    if (isOn)
                        open.CancelAfter(TimeSpan.Zero);
                }
            }
            await _port.EndOfAsync(SimulatedFault.Refuse, SimulatedFault.Refuse, cancellation).ConfigureAwait(false);
            listener = await ListenAgainAsync(cancellation).ConfigureAwait(false);
        }
    }

    private async Task<TcpListener> ListenAgainAsync(CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                cancellation.ThrowIfCancellationRequested();
                return Listen(Port);
            }
            catch (SocketException e)
            {
                LogAccept(_logger, e.Message);
                await Task.Delay(AcceptAgain, time, cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task AcceptAsync(TcpListener listener, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            Socket socket;
            try
            {
                socket = await listener.AcceptSocketAsync(cancellation).ConfigureAwait(false);
            }
            catch (SocketException e) when (e.SocketErrorCode != SocketError.OperationAborted)
            {
                // A client that left before it was accepted is no reason to stop serving the others.
                LogAccept(_logger, e.Message);
                await Task.Delay(AcceptAgain, time, cancellation).ConfigureAwait(false);
                continue;
            }
            if (_connections.Count >= MaxConnections)
                socket.Dispose();
            else
                Serve(new RtspConnection(socket, time, _logger), cancellation);
        }
    }

    private void Serve(RtspConnection connection, CancellationToken cancellation)
    {
        var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _connections[connection] = ServeAsync();
        begin.SetResult();

        async Task ServeAsync()
        {
            await begin.Task.ConfigureAwait(false);
            try
            {
                await connection.ServeAsync(Find, cancellation).ConfigureAwait(false);
            }
            finally
            {
                connection.Dispose();
                _connections.TryRemove(connection, out _);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Simulator: a connection could not be accepted: {Detail}")]
    private static partial void LogAccept(ILogger logger, string detail);
}
