// Who this computer is to the center: its key, its certificate, and the authority it pins. In the gate's folder, readable
// by its owner alone. Opened at start; used by the road to the center. Promises: a restart needs no code; a renewed
// certificate replaces the old one whole or not at all; dates stop nothing.
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Bawaba.Contracts;
using Bawaba.Contracts.Enrolment;

namespace Bawaba.Gate.Enrolment;

/// <summary>What makes this computer a gate's. Disposes its certificates.</summary>
public sealed class GateIdentity : IDisposable
{
    private const string FileName = "identity.json";
    private const string KeyName = "identity.key.pem";
    private readonly string _folder;

    private GateIdentity(string folder, GateId gate, X509Certificate2 certificate, X509Certificate2 authority)
    {
        _folder = folder;
        (Gate, Certificate, Authority) = (gate, certificate, authority);
    }

    public GateId Gate { get; }

    /// <summary>With its private key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The one certificate authority this gate believes.</summary>
    public X509Certificate2 Authority { get; }

    /// <summary>The identity in this folder; null where none was ever made.</summary>
    /// <exception cref="InvalidDataException">There is one, and it cannot be used.</exception>
    public static GateIdentity? Find(string folder)
    {
        var (file, key) = (Path.Combine(folder, FileName), Path.Combine(folder, KeyName));
        if (!File.Exists(file))
            return null;
        try
        {
            var content = JsonSerializer.Deserialize(File.ReadAllBytes(file), ContractsJson.Default.GateCertificate)
                ?? throw new InvalidDataException("it is empty");
            using var secret = ECDsa.Create();
            secret.ImportFromPem(File.ReadAllText(key));
            return new(folder, content.Gate, WithKey(content.Certificate, secret), X509CertificateLoader.LoadCertificate(Convert.FromBase64String(content.Authority)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or JsonException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"this gate's identity in {folder} cannot be used: {e.Message}", e);
        }
    }

    /// <summary>A new key for this folder, in memory, and the request for its certificate.</summary>
    internal static (ECDsa Key, byte[] Request) Ask()
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return (key, new CertificateRequest("CN=gate", key, HashAlgorithmName.SHA256).CreateSigningRequest());
    }

    /// <summary>Keeps what the center answered, on disk before it is used.</summary>
    internal static GateIdentity Keep(string folder, ECDsa key, GateCertificate answer)
    {
        var certificate = WithKey(answer.Certificate, key);
        var authority = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(answer.Authority));
        Directory.CreateDirectory(folder);
        PrivateFile.Write(Path.Combine(folder, KeyName), key.ExportPkcs8PrivateKeyPem(), overwrite: true);
        PrivateFile.Write(Path.Combine(folder, FileName), JsonSerializer.Serialize(answer with { Settings = null }, ContractsJson.Default.GateCertificate), overwrite: true);
        return new(folder, answer.Gate, certificate, authority);
    }

    /// <summary>A request for a new certificate for the key this gate has.</summary>
    internal byte[] AskAgain()
    {
        using var key = Certificate.GetECDsaPrivateKey() ?? throw new InvalidOperationException("an identity without its key");
        return new CertificateRequest("CN=gate", key, HashAlgorithmName.SHA256).CreateSigningRequest();
    }

    /// <summary>The same gate and key with a new certificate.</summary>
    internal GateIdentity Renewed(GateCertificate answer)
    {
        using var key = Certificate.GetECDsaPrivateKey() ?? throw new InvalidOperationException("an identity without its key");
        if (answer.Gate != Gate)
            throw new InvalidDataException($"the center renewed another gate's certificate: '{answer.Gate}'");
        return Keep(_folder, key, answer);
    }

    /// <summary>True in the last third of the certificate's life, and after it.</summary>
    internal bool WantsRenewal(DateTimeOffset now)
    {
        var (from, until) = (Certificate.NotBefore.ToUniversalTime(), Certificate.NotAfter.ToUniversalTime());
        return now.UtcDateTime > from + ((until - from) * 2 / 3);
    }

    public void Dispose()
    {
        Certificate.Dispose();
        Authority.Dispose();
    }

    private static X509Certificate2 WithKey(string certificate, ECDsa key)
    {
        using var bare = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(certificate));
        using var whole = bare.CopyWithPrivateKey(key);
        // TLS needs a key that can be opened again.
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
    }
}
