// A box of cameras without hardware, on this machine only: RTSP 1.0 over TCP on a loopback port, one camera a path.
// Called by `bawaba simulate`, the demo city, benches and tests. It serves anything that reads a camera (ffmpeg, the
// gate's own worker); promises bounded clients, bounded requests, and that everything it started ends with it.
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Bawaba.Contracts;
using Microsoft.Extensions.Logging;

namespace Bawaba.Simulator.Cameras;

/// <summary>Serves simulated cameras at <c>rtsp://127.0.0.1:PORT/CAMERA</c>.</summary>
public sealed partial class CameraSimulator(TimeProvider time, ILoggerFactory loggers) : IAsyncDisposable
{
    private const int MaxConnections = 128;
    private readonly ILogger _logger = loggers.CreateLogger<CameraSimulator>();
    private readonly ConcurrentDictionary<string, SimulatedCamera> _cameras = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<RtspConnection, Task> _connections = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly FilmFolder _folder = new();
    private TcpListener? _listener;
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
        if (_listener is not null)
            throw new InvalidOperationException("The simulator serves already.");
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start(backlog: 32);
        _listener = listener;
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _accepting = Task.Run(() => AcceptAsync(listener, _stopping.Token));
    }

    /// <summary>Where a camera is served.</summary>
    public string UrlOf(CameraId id) => $"rtsp://127.0.0.1:{Port}/{id.Value}";

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        _listener?.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(_connections.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var camera in _cameras.Values)
            await camera.DisposeAsync().ConfigureAwait(false);
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
                await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellation).ConfigureAwait(false);
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
                await connection.ServeAsync(name => _cameras.GetValueOrDefault(name), cancellation).ConfigureAwait(false);
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
