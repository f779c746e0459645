// Whole messages over a WebSocket, with a limit. Used by both ends of a gate's wire.
using System.Net.WebSockets;

namespace Bawaba.Contracts.Wire;

/// <summary>Reading and writing whole messages.</summary>
public static class WireSocket
{
    /// <summary>The next message of that type; null when the other end has closed.</summary>
    /// <exception cref="InvalidDataException">Longer than allowed, or of the other type.</exception>
    public static async Task<byte[]?> ReceiveAsync(WebSocket socket, WebSocketMessageType type, int mostBytes, CancellationToken cancellation)
    {
        var message = new MemoryStream();
        var buffer = new byte[Math.Min(mostBytes, 64 << 10)];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), cancellation).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            if (part.MessageType != type || message.Length + part.Count > mostBytes)
                throw new InvalidDataException("a message of the wrong type, or too long");
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return message.ToArray();
        }
    }

    /// <summary>Closes without waiting long for the other end.</summary>
    public static async Task CloseAsync(WebSocket socket, string why)
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, why, patience.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            socket.Abort();
        }
    }
}
