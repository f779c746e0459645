using System.Globalization;

namespace Bawaba.Simulator.Cameras;

/// <summary>What a decoder must know before the first picture.</summary>
internal sealed record ParameterSets(ReadOnlyMemory<byte> Sps, ReadOnlyMemory<byte> Pps)
{
    /// <summary>Those of a picture; where it carries none, those known before.</summary>
    internal static ParameterSets? Of(AccessUnit picture, ParameterSets? known) =>
        picture.Find(NalType.Sps) is { Length: >= 4 } sps && picture.Find(NalType.Pps) is { } pps ? new(sps, pps) : known;

    /// <summary>The description of the stream (RFC 8866, RFC 6184 section 8).</summary>
    internal string ToSdp()
    {
        var profile = Convert.ToHexString(Sps.Span.Slice(1, 3));
        var sets = $"{Convert.ToBase64String(Sps.Span)},{Convert.ToBase64String(Pps.Span)}";
        return string.Create(CultureInfo.InvariantCulture, $"""
            v=0
            o=- 1 1 IN IP4 127.0.0.1
            s=Bawaba simulated camera
            c=IN IP4 0.0.0.0
            t=0 0
            a=control:*
            a=range:npt=now-
            m=video 0 RTP/AVP {RtpPacketizer.PayloadType}
            a=rtpmap:{RtpPacketizer.PayloadType} H264/{RtpPacketizer.ClockHz}
            a=fmtp:{RtpPacketizer.PayloadType} packetization-mode=1;profile-level-id={profile};sprop-parameter-sets={sets}
            a=control:trackID=0

            """).ReplaceLineEndings("\r\n");
    }
}
