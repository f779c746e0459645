// The device service: what time the camera has, what it is, where its other services are. Plain text of XML: nothing that
// a client sent goes into it, and a camera's id is letters, digits and dashes.
using System.Globalization;

namespace Bawaba.Simulator.Onvif;

internal static class DeviceAnswers
{
    /// <summary>What is told without a password (ONVIF core, access class PRE_AUTH).</summary>
    internal static bool IsOpen(string operation) => operation is "GetSystemDateAndTime" or "GetCapabilities" or "GetServices";

    /// <summary>The body of the answer; null when the operation is not served.</summary>
    internal static string? Answer(string operation, OnvifAddresses at, string camera, DateTimeOffset now) => operation switch
    {
        "GetSystemDateAndTime" => DateAndTime(now.UtcDateTime),
        "GetDeviceInformation" => $"""
            <tds:GetDeviceInformationResponse><tds:Manufacturer>Bawaba</tds:Manufacturer><tds:Model>Simulated camera</tds:Model>
            <tds:FirmwareVersion>1</tds:FirmwareVersion><tds:SerialNumber>{camera}</tds:SerialNumber><tds:HardwareId>none</tds:HardwareId></tds:GetDeviceInformationResponse>
            """,
        "GetCapabilities" => $"""
            <tds:GetCapabilitiesResponse><tds:Capabilities>
            <tt:Device><tt:XAddr>{at.Device}</tt:XAddr></tt:Device>
            <tt:Events><tt:XAddr>{at.Events}</tt:XAddr><tt:WSSubscriptionPolicySupport>false</tt:WSSubscriptionPolicySupport><tt:WSPullPointSupport>true</tt:WSPullPointSupport>
            <tt:WSPausableSubscriptionManagerInterfaceSupport>false</tt:WSPausableSubscriptionManagerInterfaceSupport></tt:Events>
            <tt:Media><tt:XAddr>{at.Media}</tt:XAddr><tt:StreamingCapabilities><tt:RTPMulticast>false</tt:RTPMulticast><tt:RTP_TCP>true</tt:RTP_TCP>
            <tt:RTP_RTSP_TCP>true</tt:RTP_RTSP_TCP></tt:StreamingCapabilities></tt:Media>
            </tds:Capabilities></tds:GetCapabilitiesResponse>
            """,
        "GetServices" => $"<tds:GetServicesResponse>{Service(SoapNames.Device, at.Device)}{Service(SoapNames.Media, at.Media)}{Service(SoapNames.Events, at.Events)}</tds:GetServicesResponse>",
        "GetScopes" => $"""
            <tds:GetScopesResponse><tds:Scopes><tt:ScopeDef>Fixed</tt:ScopeDef><tt:ScopeItem>onvif://www.onvif.org/name/{camera}</tt:ScopeItem></tds:Scopes></tds:GetScopesResponse>
            """,
        "GetHostname" => $"<tds:GetHostnameResponse><tds:HostnameInformation><tt:FromDHCP>false</tt:FromDHCP><tt:Name>{camera}</tt:Name></tds:HostnameInformation></tds:GetHostnameResponse>",
        _ => null,
    };

    private static string Service(string name, string address) =>
        $"<tds:Service><tds:Namespace>{name}</tds:Namespace><tds:XAddr>{address}</tds:XAddr><tds:Version><tt:Major>2</tt:Major><tt:Minor>60</tt:Minor></tds:Version></tds:Service>";

    private static string DateAndTime(DateTime now) => string.Create(CultureInfo.InvariantCulture, $"""
        <tds:GetSystemDateAndTimeResponse><tds:SystemDateAndTime><tt:DateTimeType>Manual</tt:DateTimeType><tt:DaylightSavings>false</tt:DaylightSavings>
        <tt:TimeZone><tt:TZ>UTC0</tt:TZ></tt:TimeZone>{Instant("UTCDateTime", now)}{Instant("LocalDateTime", now)}</tds:SystemDateAndTime></tds:GetSystemDateAndTimeResponse>
        """);

    private static string Instant(string name, DateTime now) => string.Create(CultureInfo.InvariantCulture, $"""
        <tt:{name}><tt:Time><tt:Hour>{now.Hour}</tt:Hour><tt:Minute>{now.Minute}</tt:Minute><tt:Second>{now.Second}</tt:Second></tt:Time>
        <tt:Date><tt:Year>{now.Year}</tt:Year><tt:Month>{now.Month}</tt:Month><tt:Day>{now.Day}</tt:Day></tt:Date></tt:{name}>
        """);
}
