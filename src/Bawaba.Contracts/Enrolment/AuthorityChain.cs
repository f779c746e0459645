// The one rule by which center and gate believe each other's certificates: the center's own authority signed it for that
// use. Dates are left out on both sides: a gate may have been cut off for years, or have its clock at 1970, and who is no
// gate any more is told by the center's list, not by a date.
using System.Security.Cryptography.X509Certificates;

namespace Bawaba.Contracts.Enrolment;

/// <summary>Whether an authority signed a certificate.</summary>
public static class AuthorityChain
{
    /// <summary>The use (OID) of a certificate for the center's door.</summary>
    public const string ServerUse = "1.3.6.1.5.5.7.3.1";

    /// <summary>The use (OID) of a certificate for a gate's computer.</summary>
    public const string ClientUse = "1.3.6.1.5.5.7.3.2";

    /// <summary>True when the authority, and nobody else, signed it for this use, whatever its dates.</summary>
    public static bool HasSigned(X509Certificate2 authority, X509Certificate2 certificate, string use)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ApplicationPolicy.Add(new(use));
        return chain.Build(certificate);
    }
}
