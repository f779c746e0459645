// WS-Discovery (UDP port 3702): says which simulated cameras there are to whoever on this machine asks. Started by
// SimulatorWeb where it was asked for. Listens to the multicast group on every interface, because clients send to whichever
// is their first, and answers nobody but this machine.
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security;
using System.Text;
using System.Xml.Linq;
using Bawaba.Simulator.Cameras;

namespace Bawaba.Simulator.Onvif;

internal sealed class DiscoveryAnswers : IAsyncDisposable
{
    internal const int Port = 3702;
    private const int MaxProbeBytes = 8 << 10;
    private const int MaxMessageId = 256;
    private static readonly IPAddress Group = IPAddress.Parse("239.255.255.250");
    private readonly CameraSimulator _simulator;
    private readonly Uri _web;
    private readonly UdpClient _socket;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _answering;

    /// <summary>Throws <see cref="SocketException"/> when the port cannot be had.</summary>
    internal DiscoveryAnswers(CameraSimulator simulator, Uri web)
    {
        (_simulator, _web) = (simulator, web);
        _socket = new(AddressFamily.InterNetwork);
        try
        {
            _socket.Client.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            _socket.Client.Bind(new IPEndPoint(IPAddress.Any, Port));
            foreach (var address in OwnAddresses())
                Join(address);
        }
        catch
        {
            _socket.Dispose();
            throw;
        }
        _answering = Task.Run(() => AnswerAllAsync(_stopping.Token));
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _answering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _stopping.Dispose();
    }

    /// <summary>The answer to a probe for one camera; null when it asks for something else or is none.</summary>
    internal static async Task<string?> AnswerToAsync(byte[] probe, string camera, OnvifAddresses at, CancellationToken cancellation)
    {
        if (probe.Length > MaxProbeBytes)
            return null;
        using var stream = new MemoryStream(probe);
        if (await SoapRequest.EnvelopeAsync(stream, cancellation).ConfigureAwait(false) is not { } envelope
            || envelope.Element(SoapNames.Envelope + "Body")?.Element(SoapNames.Discovery + "Probe") is not { } asked
            || !Asks(asked))
        {
            return null;
        }
        var id = envelope.Element(SoapNames.Envelope + "Header")?.Element(SoapNames.OldAddressing + "MessageID")?.Value.Trim();
        return id is { Length: > 0 and <= MaxMessageId } ? Match(SecurityElement.Escape(id), camera, at) : null;
    }

    // Types are qualified names; without any every device is meant.
    private static bool Asks(XElement probe) =>
        probe.Element(SoapNames.Discovery + "Types")?.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is not { Length: > 0 } types
        || types.Any(t => t.Split(':')[^1] is "NetworkVideoTransmitter" or "Device");

    private static string Match(string relatesTo, string camera, OnvifAddresses at) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <s:Envelope xmlns:s="{SoapNames.Envelope}" xmlns:a="{SoapNames.OldAddressing}" xmlns:d="{SoapNames.Discovery}" xmlns:dn="http://www.onvif.org/ver10/network/wsdl">
        <s:Header><a:MessageID>urn:bawaba:answer:{camera}:{Guid.CreateVersion7():D}</a:MessageID><a:RelatesTo>{relatesTo}</a:RelatesTo>
        <a:To>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:To><a:Action>{SoapNames.Discovery}/ProbeMatches</a:Action></s:Header>
        <s:Body><d:ProbeMatches><d:ProbeMatch><a:EndpointReference><a:Address>urn:bawaba:simulated-camera:{camera}</a:Address></a:EndpointReference>
        <d:Types>dn:NetworkVideoTransmitter</d:Types><d:Scopes>onvif://www.onvif.org/type/video_encoder onvif://www.onvif.org/name/{camera} onvif://www.onvif.org/hardware/simulated</d:Scopes>
        <d:XAddrs>{at.Device}</d:XAddrs><d:MetadataVersion>1</d:MetadataVersion></d:ProbeMatch></d:ProbeMatches></s:Body></s:Envelope>
        """;

    private async Task AnswerAllAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                var got = await _socket.ReceiveAsync(cancellation).ConfigureAwait(false);
                if (OwnAddresses().Contains(got.RemoteEndPoint.Address))
                    await AnswerAsync(got, cancellation).ConfigureAwait(false);
            }
            catch (SocketException)
            {
                // An answer that nobody took; the next probe is another one.
            }
        }
    }

    private async Task AnswerAsync(UdpReceiveResult probe, CancellationToken cancellation)
    {
        foreach (var (camera, _) in _simulator.FaultsNow())
        {
            var answer = await AnswerToAsync(probe.Buffer, camera.Value, OnvifEndpoints.AddressesOf(_simulator, _web, camera.Value), cancellation).ConfigureAwait(false);
            if (answer is not null)
                await _socket.SendAsync(Encoding.UTF8.GetBytes(answer), probe.RemoteEndPoint, cancellation).ConfigureAwait(false);
        }
    }

    private void Join(IPAddress address)
    {
        try
        {
            _socket.JoinMulticastGroup(Group, address);
        }
        catch (SocketException)
        {
            // An interface without multicast: nobody can ask there.
        }
    }

    private static List<IPAddress> OwnAddresses() =>
    [
        .. NetworkInterface.GetAllNetworkInterfaces()
            .Where(i => i.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown)
            .SelectMany(i => i.GetIPProperties().UnicastAddresses)
            .Select(a => a.Address)
            .Where(a => a.AddressFamily == AddressFamily.InterNetwork),
    ];
}
