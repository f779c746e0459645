// The media service: one profile, its stream and its snapshot.
using Bawaba.Simulator.Cameras;

namespace Bawaba.Simulator.Onvif;

internal static class MediaAnswers
{
    internal const string Profile = "main";
    internal const string VideoSource = "source-1";

    /// <summary>The body of the answer; null when the operation is not served.</summary>
    internal static string? Answer(SoapRequest request, OnvifAddresses at, PictureSize size)
    {
        switch (request.Operation.Name.LocalName)
        {
            case "GetProfiles":
                return $"<trt:GetProfilesResponse>{ProfileOf("Profiles", size)}</trt:GetProfilesResponse>";
            case "GetProfile":
                RequireProfile(request);
                return $"<trt:GetProfileResponse>{ProfileOf("Profile", size)}</trt:GetProfileResponse>";
            case "GetStreamUri":
                RequireProfile(request);
                return $"<trt:GetStreamUriResponse>{UriOf(at.Stream)}</trt:GetStreamUriResponse>";
            case "GetSnapshotUri":
                RequireProfile(request);
                return $"<trt:GetSnapshotUriResponse>{UriOf(at.Snapshot)}</trt:GetSnapshotUriResponse>";
            case "GetVideoSources":
                return $"<trt:GetVideoSourcesResponse><trt:VideoSources token=\"{VideoSource}\"><tt:Framerate>10</tt:Framerate>{Resolution(size)}</trt:VideoSources></trt:GetVideoSourcesResponse>";
            default:
                return null;
        }
    }

    private static void RequireProfile(SoapRequest request)
    {
        if (request.Text("ProfileToken") != Profile)
            throw new SoapFault(400, "InvalidArgVal", $"There is one profile: {Profile}.");
    }

    private static string UriOf(string address) =>
        $"<trt:MediaUri><tt:Uri>{address}</tt:Uri><tt:InvalidAfterConnect>false</tt:InvalidAfterConnect><tt:InvalidAfterReboot>false</tt:InvalidAfterReboot><tt:Timeout>PT0S</tt:Timeout></trt:MediaUri>";

    private static string Resolution(PictureSize size) =>
        $"<tt:Resolution><tt:Width>{size.Width}</tt:Width><tt:Height>{size.Height}</tt:Height></tt:Resolution>";

    private static string ProfileOf(string element, PictureSize size) => $"""
        <trt:{element} token="{Profile}" fixed="true"><tt:Name>{Profile}</tt:Name>
        <tt:VideoSourceConfiguration token="{VideoSource}"><tt:Name>source</tt:Name><tt:UseCount>1</tt:UseCount><tt:SourceToken>{VideoSource}</tt:SourceToken>
        <tt:Bounds x="0" y="0" width="{size.Width}" height="{size.Height}"/></tt:VideoSourceConfiguration>
        <tt:VideoEncoderConfiguration token="encoder-1"><tt:Name>encoder</tt:Name><tt:UseCount>1</tt:UseCount><tt:Encoding>H264</tt:Encoding>{Resolution(size)}
        <tt:Quality>5</tt:Quality><tt:RateControl><tt:FrameRateLimit>10</tt:FrameRateLimit><tt:EncodingInterval>1</tt:EncodingInterval><tt:BitrateLimit>3000</tt:BitrateLimit></tt:RateControl>
        <tt:H264><tt:GovLength>10</tt:GovLength><tt:H264Profile>Baseline</tt:H264Profile></tt:H264>
        <tt:Multicast><tt:Address><tt:Type>IPv4</tt:Type><tt:IPv4Address>0.0.0.0</tt:IPv4Address></tt:Address><tt:Port>0</tt:Port><tt:TTL>0</tt:TTL><tt:AutoStart>false</tt:AutoStart></tt:Multicast>
        <tt:SessionTimeout>PT60S</tt:SessionTimeout></tt:VideoEncoderConfiguration></trt:{element}>
        """;
}
