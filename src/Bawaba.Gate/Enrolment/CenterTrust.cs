// Whether who answers is the center. Used by every connection of a gate. A gate believes one authority, the one its code
// named; names and dates are the road's affair and can be wrong for years in a desert: a clock at 1970, a certificate that
// ran out while the road was broken. Who holds a key this authority signed for a door is the center.
using System.Security.Cryptography.X509Certificates;

namespace Bawaba.Gate.Enrolment;

internal static class CenterTrust
{
    private const string ServerUse = "1.3.6.1.5.5.7.3.1";

    /// <summary>True when the authority signed this certificate for a server.</summary>
    internal static bool Believes(X509Certificate2 authority, X509Certificate? presented)
    {
        if (presented is null)
            return false;
        using var certificate = X509CertificateLoader.LoadCertificate(presented.GetRawCertData());
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        chain.ChainPolicy.ApplicationPolicy.Add(new(ServerUse));
        return chain.Build(certificate);
    }
}
