using System.Globalization;

namespace Bawaba.Simulator.Cameras;

/// <summary>The Transport header of SETUP, as far as it is served: RTP inside the TCP connection.</summary>
internal static class RtspTransport
{
    /// <summary>The channel for pictures (reports take the next one), or null when no offer can be served.</summary>
    internal static byte? ChannelOf(string header)
    {
        foreach (var offer in header.Split(',', StringSplitOptions.TrimEntries))
        {
            var parts = offer.Split(';', StringSplitOptions.TrimEntries);
            if (!parts[0].Equals("RTP/AVP/TCP", StringComparison.OrdinalIgnoreCase))
                continue;
            var channels = parts.FirstOrDefault(p => p.StartsWith("interleaved=", StringComparison.OrdinalIgnoreCase));
            if (channels is null)
                return 0;
            var first = channels["interleaved=".Length..].Split('-')[0];
            if (byte.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var channel) && channel < byte.MaxValue)
                return channel;
        }
        return null;
    }
}
