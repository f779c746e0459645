using System.Globalization;

namespace Bawaba.Simulator.Cameras;

/// <summary>The Transport header of SETUP, as far as it is served: RTP inside the TCP connection, or to two UDP ports.</summary>
/// <param name="Channel">Inside TCP: the channel for pictures; reports take the next one.</param>
/// <param name="ClientPort">Over UDP: the client's port for pictures; reports go to the next one.</param>
internal sealed record RtspTransport(byte? Channel, ushort? ClientPort)
{
    private const ushort FirstPort = 1024;

    /// <summary>The first offer that can be served; null when none can.</summary>
    internal static RtspTransport? Of(string header)
    {
        foreach (var offer in header.Split(',', StringSplitOptions.TrimEntries))
        {
            var parts = offer.Split(';', StringSplitOptions.TrimEntries);
            if (parts[0].Equals("RTP/AVP/TCP", StringComparison.OrdinalIgnoreCase))
            {
                if (Valued(parts, "interleaved=") is not { } channels)
                    return new(0, null);
                if (byte.TryParse(channels, NumberStyles.None, CultureInfo.InvariantCulture, out var channel) && channel < byte.MaxValue)
                    return new(channel, null);
            }
            else if (IsUdp(parts) && ushort.TryParse(Valued(parts, "client_port="), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                && port is >= FirstPort and < ushort.MaxValue)
            {
                return new(null, port);
            }
        }
        return null;
    }

    private static bool IsUdp(string[] parts) =>
        (parts[0].Equals("RTP/AVP", StringComparison.OrdinalIgnoreCase) || parts[0].Equals("RTP/AVP/UDP", StringComparison.OrdinalIgnoreCase))
        && !parts.Contains("multicast", StringComparer.OrdinalIgnoreCase);

    // "client_port=9000-9001": the first of the two.
    private static string? Valued(string[] parts, string name) =>
        Array.Find(parts, p => p.StartsWith(name, StringComparison.OrdinalIgnoreCase))?[name.Length..].Split('-')[0];
}
