// Live video over one screen's WebSocket. To the screen: text messages {"event":…} and binary pieces of fragmented MP4,
// the head first. From the screen: nothing but its closing. Promises: a slow screen is taken forward, never waited for
// by others; a session that ended ends the video within seconds.
using System.Net.WebSockets;
using System.Text.Json;
using Bawaba.Center.Operators;
using Bawaba.Contracts.Video;
using Bawaba.Contracts.Wire;

namespace Bawaba.Center.Video;

internal sealed class VideoSocket(WebSocket socket, VideoDesk desk, Actor actor, TimeProvider time)
{
    private const int MaxFromScreen = 256;
    private static readonly TimeSpan StandsEvery = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan SendPatience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(2);

    internal async Task ShowAsync(VideoWatch watch, CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var closed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var why = "ended";
        var listening = Task.Run(() => ListenAsync(ending, closed.Token), CancellationToken.None);
        var guarding = Task.Run(() => GuardAsync(watch, ending), CancellationToken.None);
        try
        {
            // A send or a receive that is cancelled takes the socket with it: who watches would not be told why.
            await foreach (var part in watch.PartsAsync(ending.Token))
                await SendAsync(part, cancellation);
        }
        catch (VideoUnavailableException e)
        {
            why = e.ReasonCode;
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException)
        {
            // The screen left, or its session ended.
        }
        await ending.CancelAsync();
        if (await guarding)
            why = "signed-out";
        await SayLastAsync(why);
        // A receive that is cancelled resets the connection, and a reset overtakes words that the screen has not read: it
        // answers the closing first.
        closed.CancelAfter(ClosePatience);
        await listening;
    }

    private async Task SendAsync(VideoPart part, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(SendPatience);
        if (part.Kind is VideoPartKind.Head)
            await SayAsync(new("head") { Mime = $"video/mp4; codecs=\"{part.Codec}\"" }, patience.Token);
        if (part.Kind is VideoPartKind.Skipped)
            await SayAsync(new("skipped"), patience.Token);
        else
            await socket.SendAsync(part.Bytes, WebSocketMessageType.Binary, endOfMessage: true, patience.Token);
    }

    private async Task SayLastAsync(string why)
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2), time);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await SayAsync(new("end") { Reason = why }, patience.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException)
        {
            // It is closed anyway.
        }
        await WireSocket.CloseAsync(socket, why);
    }

    private async Task SayAsync(VideoWord word, CancellationToken cancellation) => await socket.SendAsync(
        JsonSerializer.SerializeToUtf8Bytes(word, CenterJson.Default.VideoWord), WebSocketMessageType.Text, endOfMessage: true, cancellation);

    // A screen has nothing to say; it is listened to so that its leaving is heard.
    private async Task ListenAsync(CancellationTokenSource ending, CancellationToken closed)
    {
        try
        {
            while (await WireSocket.ReceiveAsync(socket, WebSocketMessageType.Text, MaxFromScreen, closed) is not null)
            {
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or InvalidDataException or IOException)
        {
            // Left without a word.
        }
        await ending.CancelAsync();
    }

    /// <summary>True when it was the session that ended.</summary>
    private async Task<bool> GuardAsync(VideoWatch watch, CancellationTokenSource ending)
    {
        try
        {
            using var timer = new PeriodicTimer(StandsEvery, time);
            while (await timer.WaitForNextTickAsync(ending.Token))
            {
                if (await desk.StandsAsync(actor, watch, ending.Token))
                    continue;
                await ending.CancelAsync();
                return true;
            }
        }
        catch (OperationCanceledException)
        {
            // The video ended before.
        }
        return false;
    }
}
