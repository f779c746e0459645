// Asks one device for its streams: its clock first, without a password, because a login is refused where the clocks differ; then its
// media service, profiles and their addresses. Used by TechnicianDesk for a device that a search has found. Promises: it speaks to
// that one host alone, follows no redirect and no proxy, and is bounded in time and bytes; the password leaves as a digest.
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Bawaba.Gate.Cameras;

namespace Bawaba.Gate.Onvif;

internal sealed class OnvifClient : IDisposable
{
    private const int MaxProfiles = 8;
    private const int NonceBytes = 16;
    private const string DeviceSpace = "http://www.onvif.org/ver10/device/wsdl";
    private const string MediaSpace = "http://www.onvif.org/ver10/media/wsdl";
    private const string SchemaSpace = "http://www.onvif.org/ver10/schema";
    private const string Security = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private const string Utility = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private const string DigestType = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private readonly Uri _device;
    private readonly CameraCredentials? _credentials;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;
    private TimeSpan _clockLead;

    internal OnvifClient(Uri device, CameraCredentials? credentials, TimeProvider time)
    {
        (_device, _credentials, _time) = (device, credentials, time);
        // A camera's certificate is its own: nobody has signed it, and nothing but a digest is said to it.
#pragma warning disable CA5359 // The address came from a search of the camera network a moment ago; there is no name to check.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, SslOptions = new() { RemoteCertificateValidationCallback = (_, _, _, _) => true } };
#pragma warning restore CA5359
        _http = new(handler, disposeHandler: true) { Timeout = Patience, MaxResponseContentBufferSize = OnvifXml.MaxBytes };
    }

    /// <exception cref="OnvifFaultException">No answer, a refused login, or no ONVIF.</exception>
    internal async Task<IReadOnlyList<FoundStream>> StreamsAsync(CancellationToken cancellation)
    {
        await LearnClockAsync(cancellation).ConfigureAwait(false);
        var media = await MediaAsync(cancellation).ConfigureAwait(false);
        var profiles = await AskAsync(media, $"<GetProfiles xmlns=\"{MediaSpace}\"/>", cancellation).ConfigureAwait(false);
        var streams = new List<FoundStream>();
        foreach (var profile in OnvifXml.All(profiles, "Profiles").Take(MaxProfiles))
        {
            if (profile.Attribute("token")?.Value is not { Length: > 0 and <= 128 } token)
                continue;
            var answer = await AskAsync(media, $"""
                <GetStreamUri xmlns="{MediaSpace}"><StreamSetup><Stream xmlns="{SchemaSpace}">RTP-Unicast</Stream><Transport xmlns="{SchemaSpace}"><Protocol>RTSP</Protocol></Transport></StreamSetup>
                <ProfileToken>{SecurityElement.Escape(token)}</ProfileToken></GetStreamUri>
                """, cancellation).ConfigureAwait(false);
            if (OnvifXml.Text(answer, "Uri") is { } uri && IsItsStream(uri))
                streams.Add(new(OnvifXml.Word(OnvifXml.Text(profile, "Name") ?? token), uri));
        }
        return streams;
    }

    public void Dispose() => _http.Dispose();

    private async Task LearnClockAsync(CancellationToken cancellation)
    {
        var answer = await AskAsync(_device, $"<GetSystemDateAndTime xmlns=\"{DeviceSpace}\"/>", cancellation, signed: false).ConfigureAwait(false);
        if (OnvifXml.All(answer, "UTCDateTime").FirstOrDefault() is not { } utc)
            return;
        int Part(string name) => int.TryParse(OnvifXml.Text(utc, name), CultureInfo.InvariantCulture, out var value) ? value : 0;
        var said = string.Create(CultureInfo.InvariantCulture, $"{Part("Year"):0000}-{Part("Month"):00}-{Part("Day"):00}T{Part("Hour"):00}:{Part("Minute"):00}:{Part("Second"):00}Z");
        if (DateTimeOffset.TryParse(said, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            _clockLead = at - _time.GetUtcNow();
    }

    // On the device's own host: a device does not send us elsewhere.
    private async Task<Uri> MediaAsync(CancellationToken cancellation)
    {
        var answer = await AskAsync(_device, $"<GetCapabilities xmlns=\"{DeviceSpace}\"><Category>Media</Category></GetCapabilities>", cancellation).ConfigureAwait(false);
        var media = OnvifXml.All(answer, "Media").Select(m => OnvifXml.Text(m, "XAddr")).FirstOrDefault();
        return Uri.TryCreate(media, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host == _device.Host ? uri : _device;
    }

    private bool IsItsStream(string address) =>
        new VideoInput { Address = address }.WhyRefused() is null && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "rtsp" or "rtsps" && uri.Host == _device.Host && address.Length <= 256;

    private async Task<XElement> AskAsync(Uri service, string operation, CancellationToken cancellation, bool signed = true)
    {
        using var content = new StringContent(OnvifXml.Wrap(operation, signed ? Token() : ""), Encoding.UTF8);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/soap+xml") { CharSet = "utf-8" };
        try
        {
            using var response = await _http.PostAsync(service, content, cancellation).ConfigureAwait(false);
            var body = OnvifXml.BodyOf(await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false));
            if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || (body is not null && IsRefusal(body)))
                throw new OnvifFaultException("login", "the device refused user or password");
            return body is not null && response.IsSuccessStatusCode ? body : throw new OnvifFaultException("not-onvif", $"the device answered {(int)response.StatusCode} and no ONVIF");
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new OnvifFaultException("no-answer", e.Message);
        }
    }

    private static bool IsRefusal(XElement body) =>
        OnvifXml.All(body, "Fault").Any() && OnvifXml.All(body, "Value").Any(v => v.Value.Contains("NotAuthorized", StringComparison.Ordinal) || v.Value.Contains("FailedAuthentication", StringComparison.Ordinal));

    private string Token()
    {
        if (_credentials is null)
            return "";
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        var created = (_time.GetUtcNow() + _clockLead).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
#pragma warning disable CA5350 // The protocol prescribes SHA-1; it is said once, to a camera on its own network.
        var digest = Convert.ToBase64String(SHA1.HashData([.. nonce, .. Encoding.UTF8.GetBytes(created), .. Encoding.UTF8.GetBytes(_credentials.Password)]));
#pragma warning restore CA5350
        return $"""
            <Security xmlns="{Security}"><UsernameToken><Username>{SecurityElement.Escape(_credentials.UserName)}</Username>
            <Password Type="{DigestType}">{digest}</Password><Nonce>{Convert.ToBase64String(nonce)}</Nonce><Created xmlns="{Utility}">{created}</Created></UsernameToken></Security>
            """;
    }
}
