// The center's own small certificate authority: it says which computers are gates, and to gates which computer is the
// center. Opened at start; asked by EnrolmentDesk and by the server. Its key lies in the center's folder, readable by its
// owner alone, and signs nothing but gates and the door they knock at.
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Bawaba.Contracts;
using Bawaba.Contracts.Enrolment;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Bawaba.Center.Enrolment;

/// <summary>The center's own certificate authority for gates.</summary>
public sealed class GateAuthority : IDisposable
{
    internal const int MaxRequestBytes = 4096;
    private const string CertificateFile = "authority.pem";
    private const string KeyFile = "authority.key.pem";
    private const string CurveP256 = "1.2.840.10045.3.1.7";
    private static readonly TimeSpan AuthorityLife = TimeSpan.FromDays(365 * 20);
    private static readonly TimeSpan GateLife = TimeSpan.FromDays(400);
    private static readonly TimeSpan DoorLife = TimeSpan.FromDays(400);

    // Clocks of gates may be a little behind.
    private static readonly TimeSpan Before = TimeSpan.FromDays(1);
    private readonly TimeProvider _time;

    private GateAuthority(X509Certificate2 certificate, TimeProvider time) => (Certificate, _time) = (certificate, time);

    /// <summary>With its private key.</summary>
    internal X509Certificate2 Certificate { get; }

    /// <summary>Opens the authority in the folder, or makes one there. A half of one is refused: a new key would orphan every gate.</summary>
    /// <exception cref="InvalidDataException">Its files cannot be used.</exception>
    public static GateAuthority Open(string folder, TimeProvider time)
    {
        var (certificate, key) = (Path.Combine(folder, CertificateFile), Path.Combine(folder, KeyFile));
        try
        {
            Directory.CreateDirectory(folder);
            if (!File.Exists(certificate) && !File.Exists(key))
                Make(certificate, key, time.GetUtcNow());
            return new(X509Certificate2.CreateFromPemFile(certificate, key), time);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"the gates' authority in {folder} cannot be used: {e.Message}", e);
        }
    }

    /// <summary>TLS of the door gates knock at: a certificate of this authority for these hosts; of whoever knocks none, or one of ours.</summary>
    public void ConfigureDoor(HttpsConnectionAdapterOptions https, IReadOnlyList<string> hosts)
    {
        https.ServerCertificate = IssueToDoor(hosts);
        https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
        https.ClientCertificateValidation = (certificate, _, _) => Signed(certificate);
    }

    /// <summary>A certificate for a gate's key; null when the request is damaged, not signed by its key, or of another kind than ECDSA P-256.</summary>
    internal X509Certificate2? IssueToGate(GateId gate, byte[] request)
    {
        if (request.Length is 0 or > MaxRequestBytes)
            return null;
        try
        {
            // Loading checks that whoever asks holds the key. Names and extensions it asks for are not taken.
            var asked = CertificateRequest.LoadSigningRequest(request, HashAlgorithmName.SHA256);
            if (asked.PublicKey.GetECDsaPublicKey() is not { } key || key.ExportParameters(false).Curve.Oid.Value != CurveP256)
                return null;
            return Sign(new(new X500DistinguishedName($"CN={gate.Value}"), asked.PublicKey, HashAlgorithmName.SHA256), AuthorityChain.ClientUse, names: null, GateLife);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>A new key and certificate for the door gates knock at, in memory only: gates trust the authority, not the door's key.</summary>
    internal X509Certificate2 IssueToDoor(IEnumerable<string> hosts)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts)
        {
            if (IPAddress.TryParse(host, out var address))
                names.AddIpAddress(address);
            else
                names.AddDnsName(host);
        }
        using var certificate = Sign(new("CN=Bawaba center", key, HashAlgorithmName.SHA256), AuthorityChain.ServerUse, names, DoorLife);
        using var whole = certificate.CopyWithPrivateKey(key);
        // Some TLS stacks do not take a key that is not in a store: through PKCS#12 it is.
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>True when this authority signed it, whatever its dates: a gate that was cut off for long still is a gate.</summary>
    internal bool Signed(X509Certificate2 certificate) => AuthorityChain.HasSigned(Certificate, certificate, AuthorityChain.ClientUse);

    /// <summary>What is pinned of a certificate: SHA-256 of its public key, hexadecimal.</summary>
    internal static string KeyHash(X509Certificate2 certificate) =>
        Convert.ToHexStringLower(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));

    public void Dispose() => Certificate.Dispose();

    private X509Certificate2 Sign(CertificateRequest request, string use, SubjectAlternativeNameBuilder? names, TimeSpan life)
    {
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(use)], true));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Certificate, true, false));
        if (names is not null)
            request.CertificateExtensions.Add(names.Build());
        var now = _time.GetUtcNow();
        var end = new DateTimeOffset(Certificate.NotAfter.ToUniversalTime());
        var until = now + life < end ? now + life : end;
        return request.Create(Certificate, now - Before, until, RandomNumberGenerator.GetBytes(16));
    }

    private static void Make(string certificatePath, string keyPath, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Bawaba gates", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        using var certificate = request.CreateSelfSigned(now - Before, now + AuthorityLife);
        // The key first: a certificate without its key is a half that is refused, a key alone is tried again by a person.
        PrivateFile.Write(keyPath, key.ExportPkcs8PrivateKeyPem());
        PrivateFile.Write(certificatePath, certificate.ExportCertificatePem());
    }
}
