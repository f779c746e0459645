// A client's TCP connection: reads requests, writes replies and packets one whole piece at a time. Made by
// CameraSimulator for each client. Promises to end: a client that says nothing, or does not take what it asked for, is
// closed after a limit.
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace Bawaba.Simulator.Cameras;

internal sealed partial class RtspConnection : IDisposable
{
    private static readonly TimeSpan RequestLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan WriteLimit = TimeSpan.FromSeconds(10);
    private readonly NetworkStream _stream;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private RtspSession? _session;

    internal RtspConnection(Socket socket, TimeProvider time, ILogger logger)
    {
        socket.NoDelay = true;
        Client = ((IPEndPoint)socket.RemoteEndPoint!).Address;
        _stream = new(socket, ownsSocket: true);
        _time = time;
        _logger = logger;
    }

    internal IPAddress Client { get; }

    /// <summary>Serves the client until it leaves, breaks the rules or the token says so.</summary>
    internal async Task ServeAsync(Func<string, SimulatedCamera?> cameras, CancellationToken cancellation)
    {
        using var closing = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var session = new RtspSession(cameras, this, _time, closing);
        _session = session;
        try
        {
            await AnswerAllAsync(session, closing.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            LogGone(_logger, e.Message);
        }
        finally
        {
            await closing.CancelAsync().ConfigureAwait(false);
            await session.DisposeAsync().ConfigureAwait(false);
        }
    }

    internal async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await (_session?.ThawedAsync(cancellation) ?? Task.CompletedTask).ConfigureAwait(false);
            using var limit = new CancellationTokenSource(WriteLimit, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
            await _stream.WriteAsync(bytes, either.Token).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose()
    {
        _stream.Dispose();
        _writing.Dispose();
    }

    private async Task AnswerAllAsync(RtspSession session, CancellationToken cancellation)
    {
        var reader = new RtspReader(PipeReader.Create(_stream));
        while (!session.IsOver)
        {
            try
            {
                await session.ThawedAsync(cancellation).ConfigureAwait(false);
                if (await NextAsync(reader, session.Plays, cancellation).ConfigureAwait(false) is not { } request)
                    return;
                var reply = await session.AnswerAsync(request, cancellation).ConfigureAwait(false);
                await WriteAsync(reply.ToBytes(request.CSeq), cancellation).ConfigureAwait(false);
                session.StartIfPlayed();
            }
            catch (RtspFault fault)
            {
                await WriteAsync(new RtspReply(fault.Status).ToBytes("0"), cancellation).ConfigureAwait(false);
                return;
            }
        }
    }

    // One that plays may be quiet: its connection says that it is there.
    private async ValueTask<RtspRequest?> NextAsync(RtspReader reader, bool plays, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(plays ? Timeout.InfiniteTimeSpan : RequestLimit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        return await reader.ReadAsync(either.Token).ConfigureAwait(false);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A client of a simulated camera has gone: {Detail}")]
    private static partial void LogGone(ILogger logger, string detail);
}
