// The certificate of the gate's page. One the administrator put there is used as it is; else the gate makes an authority of
// its own, for its one host and for nothing else, which the tablets are told to trust once, and signs a certificate anew at
// each start. Called by GateConsoleServer. Keys lie in files their owner alone may read.
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Bawaba.Contracts.Enrolment;

namespace Bawaba.GateConsole.Security;

internal static class PageCertificate
{
    internal const string AuthorityFile = "authority.pem";
    private const string AuthorityKeyFile = "authority.key.pem";
    private const string HostFile = "authority.host";
    private const string CertificateFile = "certificate.pem";
    private const string KeyFile = "key.pem";
    private static readonly TimeSpan AuthorityLife = TimeSpan.FromDays(3650);

    // Browsers refuse longer ones.
    private static readonly TimeSpan Life = TimeSpan.FromDays(390);
    private static readonly TimeSpan Before = TimeSpan.FromDays(1);

    /// <summary>The certificate for the host, with its key.</summary>
    /// <exception cref="InvalidDataException">What lies in the folder cannot be used.</exception>
    internal static X509Certificate2 Open(string folder, string host, TimeProvider time)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var (certificate, key) = (Path.Combine(folder, CertificateFile), Path.Combine(folder, KeyFile));
            if (File.Exists(certificate) || File.Exists(key))
            {
                using var given = X509Certificate2.CreateFromPemFile(certificate, key);
                return WithKeyForTls(given);
            }
            using var authority = Authority(folder, host, time.GetUtcNow());
            return Sign(authority, host, time.GetUtcNow());
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"the certificate of the gate's page in {folder} cannot be used: {e.Message}", e);
        }
    }

    private static X509Certificate2 Authority(string folder, string host, DateTimeOffset now)
    {
        var (certificate, key, named) = (Path.Combine(folder, AuthorityFile), Path.Combine(folder, AuthorityKeyFile), Path.Combine(folder, HostFile));
        // Another host is another authority: the old one may not speak for it.
        if (!File.Exists(certificate) || !File.Exists(key) || !File.Exists(named) || File.ReadAllText(named) != host)
        {
            using var secret = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var request = new CertificateRequest($"CN=Bawaba gate page {host}", secret, HashAlgorithmName.SHA256);
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
            request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
            request.CertificateExtensions.Add(NameConstraints.For(host));
            using var made = request.CreateSelfSigned(now - Before, now + AuthorityLife);
            PrivateFile.Write(key, secret.ExportPkcs8PrivateKeyPem(), overwrite: true);
            PrivateFile.Write(certificate, made.ExportCertificatePem(), overwrite: true);
            PrivateFile.Write(named, host, overwrite: true);
        }
        return X509Certificate2.CreateFromPemFile(certificate, key);
    }

    private static X509Certificate2 Sign(X509Certificate2 authority, string host, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(host, out var address))
            names.AddIpAddress(address);
        else
            names.AddDnsName(host);
        var request = new CertificateRequest("CN=Bawaba gate page", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(AuthorityChain.ServerUse)], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));
        request.CertificateExtensions.Add(names.Build());
        var end = new DateTimeOffset(authority.NotAfter.ToUniversalTime());
        using var certificate = request.Create(authority, now - Before, now + Life < end ? now + Life : end, RandomNumberGenerator.GetBytes(16));
        using var whole = certificate.CopyWithPrivateKey(key);
        return WithKeyForTls(whole);
    }

    // Some TLS stacks do not take a key that is not in a store: through PKCS#12 it is.
    private static X509Certificate2 WithKeyForTls(X509Certificate2 certificate) =>
        X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
}
