using System.Net;

namespace Bawaba.Up;

/// <summary>What `bawaba up` was asked.</summary>
internal sealed record UpOptions
{
    public required string DataFolder { get; init; }

    public required string Url { get; init; }

    public required bool Demo { get; init; }

    public string CityPath => Path.Combine(DataFolder, "city.json");

    public string MandatesPath => Path.Combine(DataFolder, "mandates.json");

    public string WatchlistPath => Path.Combine(DataFolder, "watchlist.json");

    public string CameraSecretsPath => Path.Combine(DataFolder, "cameras.secret.json");

    public string DemoMarkPath => Path.Combine(DataFolder, "demo");

    public string FirstRunPath => Path.Combine(DataFolder, "first-run.json");

    public string CertificatePath => Path.Combine(DataFolder, "tls", "certificate.pem");

    public string CertificateKeyPath => Path.Combine(DataFolder, "tls", "key.pem");

    /// <summary>Every fault of the address: plain HTTP never leaves the machine.</summary>
    internal IEnumerable<string> UrlFaults()
    {
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            yield return $"--urls '{Url}' is not an http or https address";
            yield break;
        }
        if (uri.Scheme == "https" && !(File.Exists(CertificatePath) && File.Exists(CertificateKeyPath)))
            yield return $"https needs a certificate: put it into {CertificatePath} and its key into {CertificateKeyPath} (PEM)";
        if (uri.Scheme == "http" && !IsLoopback(uri))
            yield return $"'{Url}' would carry passwords over the network in clear; use https with a certificate, or a loopback address such as http://localhost:8480";
    }

    internal bool IsHttps => Url.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    private static bool IsLoopback(Uri uri) =>
        string.Equals(uri.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
