// Asks a camera network who is there (WS-Discovery over UDP multicast). Used by TechnicianDesk. Promises: bounded in time, answers and
// bytes; of what answers only an address on the very machine that answered is taken.
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Xml.Linq;

namespace Bawaba.Gate.Onvif;

internal static class OnvifDiscovery
{
    private const int Port = 3702;
    private const int MaxDevices = 64;
    private const int MaxAnswers = 500;
    private static readonly TimeSpan Listening = TimeSpan.FromSeconds(4);
    private static readonly IPAddress Group = IPAddress.Parse("239.255.255.250");

    /// <exception cref="OnvifFaultException">The network cannot be searched.</exception>
    internal static async Task<IReadOnlyList<FoundDevice>> SearchAsync(IPAddress network, TimeProvider time, CancellationToken cancellation)
    {
        var found = new Dictionary<string, FoundDevice>(StringComparer.Ordinal);
        try
        {
            using var socket = new UdpClient(new IPEndPoint(network, 0));
            socket.Client.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastInterface, network.GetAddressBytes());
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            using var timer = time.CreateTimer(_ => patience.Cancel(), null, Listening, Timeout.InfiniteTimeSpan);
            var probe = Encoding.UTF8.GetBytes(Probe(Guid.CreateVersion7(time.GetUtcNow())));
            await socket.SendAsync(probe, new IPEndPoint(Group, Port), patience.Token).ConfigureAwait(false);
            for (var answers = 0; answers < MaxAnswers && found.Count < MaxDevices; answers++)
            {
                var answer = await socket.ReceiveAsync(patience.Token).ConfigureAwait(false);
                foreach (var device in DevicesIn(answer.Buffer, answer.RemoteEndPoint.Address))
                    found[device.Address] = device;
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Time is up: what has answered has answered.
        }
        catch (SocketException e)
        {
            throw new OnvifFaultException("network", e.Message);
        }
        return [.. found.Values.OrderBy(d => d.Address, StringComparer.Ordinal).Take(MaxDevices)];
    }

    /// <summary>The devices an answer names that stand where it came from.</summary>
    internal static IReadOnlyList<FoundDevice> DevicesIn(byte[] answer, IPAddress from)
    {
        if (OnvifXml.BodyOf(answer) is not { } body)
            return [];
        return [.. OnvifXml.All(body, "ProbeMatch").Select(match => DeviceOf(match, from)).OfType<FoundDevice>()];
    }

    private static FoundDevice? DeviceOf(XElement match, IPAddress from)
    {
        var addresses = (OnvifXml.Text(match, "XAddrs") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (Array.Find(addresses, a => IsOn(a, from)) is not { } address)
            return null;
        // onvif://www.onvif.org/name/…
        var name = (OnvifXml.Text(match, "Scopes") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(s => s.Contains("/name/", StringComparison.Ordinal)).Select(s => Uri.UnescapeDataString(s[(s.IndexOf("/name/", StringComparison.Ordinal) + 6)..])).FirstOrDefault();
        return new(OnvifXml.Word(name ?? from.ToString()), address);
    }

    private static bool IsOn(string address, IPAddress from) =>
        address.Length <= 256 && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0
        && IPAddress.TryParse(uri.Host, out var ip) && ip.Equals(from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from);

    private static string Probe(Guid id) => string.Create(CultureInfo.InvariantCulture, $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery" xmlns:dn="http://www.onvif.org/ver10/network/wsdl">
        <s:Header><a:MessageID>urn:uuid:{id:D}</a:MessageID><a:To>urn:schemas-xmlsoap-org:ws:2005:04:discovery</a:To><a:Action>http://schemas.xmlsoap.org/ws/2005/04/discovery/Probe</a:Action></s:Header>
        <s:Body><d:Probe><d:Types>dn:NetworkVideoTransmitter</d:Types></d:Probe></s:Body>
        </s:Envelope>
        """);
}
