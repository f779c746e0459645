// What the verbs up and center were asked for, and everything that speaks against it: all faults are found before anything is
// made. Filled by UpVerb and CenterVerb, read by UpRun.
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Bawaba.Center.Alerts;
using Bawaba.Center.Live;
using Bawaba.Center.Storage;
using Bawaba.Center.Units;
using Bawaba.Proof.Passkeys;

namespace Bawaba.Up;

/// <summary>What `bawaba up` was asked.</summary>
internal sealed record UpOptions
{
    public required string DataFolder { get; init; }

    public required string Url { get; init; }

    public required bool Demo { get; init; }

    /// <summary>False: the gates are machines of their own and knock at <see cref="GateDoor"/>.</summary>
    public bool RunsGates { get; init; } = true;

    /// <summary>https://host:port where gates' computers knock, host as they know this machine; null: there is no such door.</summary>
    public string? GateDoor { get; init; }

    /// <summary>The PostgreSQL database that is the center's store; null: SQLite in the folder.</summary>
    public StoreAddress? Store { get; init; }

    /// <summary>Over which several centers of one database tell each other of changes; null: they look at it each second.</summary>
    public NatsAddress? Nats { get; init; }

    /// <summary>The MQTT broker trackers send positions of units to; null: none.</summary>
    public MqttAddress? Mqtt { get; init; }

    /// <summary>How long an alert may wait before it goes on to the next person.</summary>
    public EscalationTimes Escalation { get; init; } = EscalationTimes.Usual;

    /// <summary>Where figures are sent; null: nowhere.</summary>
    public string? Metrics { get; init; }

    public string CityPath => Path.Combine(DataFolder, "city.json");

    public string MandatesPath => Path.Combine(DataFolder, "mandates.json");

    public string WatchlistPath => Path.Combine(DataFolder, "watchlist.json");

    public string CameraSecretsPath => Path.Combine(DataFolder, "cameras.secret.json");

    public string DemoMarkPath => Path.Combine(DataFolder, "demo");

    /// <summary>Stands in the demo city's folder and in those of trials: their two files are taken as if people had approved them.</summary>
    public string FilesAreLawPath => Path.Combine(DataFolder, FilesAreLawMark);

    internal const string FilesAreLawMark = "files-are-law";

    public string FirstRunPath => Path.Combine(DataFolder, FirstRunFile.Name);

    public string CertificatePath => Path.Combine(DataFolder, "tls", "certificate.pem");

    public string CertificateKeyPath => Path.Combine(DataFolder, "tls", "key.pem");

    /// <summary>
    /// What speaks against this folder: drawn vehicles and real ones never share one, in either direction.
    /// </summary>
    internal IEnumerable<string> FolderFaults()
    {
        var isDemo = File.Exists(DemoMarkPath);
        if (isDemo && !Demo)
            yield return $"{DataFolder} belongs to the demo city; give another folder with --data, or leave --no-demo out";
        if (!isDemo && Demo && (File.Exists(CityPath) || EnrolmentMark.Find(DataFolder) is not null || Directory.Exists(Path.Combine(DataFolder, "center"))))
            yield return $"{DataFolder} holds a city that is not the demo city; start with --no-demo, or give another folder with --data";
    }

    /// <summary>Every fault of the address: plain HTTP never leaves the machine.</summary>
    internal IEnumerable<string> UrlFaults()
    {
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            yield return $"--urls '{Url}' is not an http or https address";
            yield break;
        }
        if (uri.PathAndQuery != "/" || uri.UserInfo.Length > 0)
            yield return $"--urls '{Url}' has more than a scheme, a host and a port";
        if (uri.Port == 0 && string.Equals(uri.Host, "localhost", StringComparison.OrdinalIgnoreCase))
            yield return "a free port is chosen for an address, not for a name: use http://127.0.0.1:0";
        if (uri.Scheme == "https" && !(File.Exists(CertificatePath) && File.Exists(CertificateKeyPath)))
            yield return $"https needs a certificate: put it into {CertificatePath} and its key into {CertificateKeyPath} (PEM)";
        if (uri.Scheme == "http" && !IsLoopback(uri))
            yield return $"'{Url}' would carry passwords over the network in clear; use https with a certificate, or a loopback address such as http://localhost:8480";
    }

    /// <summary>Every fault of the gates' door.</summary>
    internal IEnumerable<string> DoorFaults()
    {
        if (GateDoor is null)
            yield break;
        if (!Uri.TryCreate(GateDoor, UriKind.Absolute, out var uri) || uri.Scheme != "https" || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0)
            yield return $"--gates '{GateDoor}' is not of the form https://host:port";
        else if (Uri.TryCreate(Url, UriKind.Absolute, out var screens) && screens.Port == uri.Port && uri.Port != 0)
            yield return $"--gates and --urls name the same port {uri.Port}; the gates' door has a port of its own";
    }

    /// <summary>What speaks against the road between centers.</summary>
    internal IEnumerable<string> RoadFaults()
    {
        if (Nats is not null && Store is null)
            yield return "--nats is for several centers over one PostgreSQL database: give --db-file FILE too, or leave --nats out";
    }

    /// <summary>Whom passkeys are made for; null where the screens are reached by an address of the network alone.</summary>
    internal RelyingParty? Passkeys()
    {
        var uri = new Uri(Url);
        var host = !IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) ? uri.Host : IPAddress.IsLoopback(address) ? "localhost" : NameOnCertificate();
        return host is null ? null : new() { Id = host, Origins = uri.Port == 0 ? [] : [new UriBuilder(uri) { Host = host }.Uri.GetLeftPart(UriPartial.Authority)] };
    }

    // Served on every address of the machine: people open it under the name its certificate is for.
    private string? NameOnCertificate()
    {
        if (!IsHttps)
            return null;
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificateFromFile(CertificatePath);
            var name = certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false);
            return name.Length == 0 || name.StartsWith('*') || IPAddress.TryParse(name, out _) ? null : name;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    internal bool IsHttps => Url.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    private static bool IsLoopback(Uri uri) =>
        string.Equals(uri.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
