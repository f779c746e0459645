// Whether who answers is the center. Used by every connection of a gate. A gate believes one authority, the one its code
// named; names and dates are the road's affair and can be wrong for years in a desert: a clock at 1970, a certificate that
// ran out while the road was broken. Who holds a key this authority signed for a door is the center.
using System.Security.Cryptography.X509Certificates;
using Bawaba.Contracts.Enrolment;

namespace Bawaba.Gate.Enrolment;

internal static class CenterTrust
{
    /// <summary>True when the authority signed this certificate for a server.</summary>
    internal static bool Believes(X509Certificate2 authority, X509Certificate? presented)
    {
        if (presented is null)
            return false;
        using var certificate = X509CertificateLoader.LoadCertificate(presented.GetRawCertData());
        return AuthorityChain.HasSigned(authority, certificate, AuthorityChain.ServerUse);
    }
}
