// The X.509 extension that lets an authority speak for one host and for nothing else (RFC 5280, 4.2.1.10). Used by
// PageCertificate: a tablet trusts a gate's little authority, and a seized gate must not be able to pose as any other site.
using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Bawaba.GateConsole.Security;

internal static class NameConstraints
{
    private const string Oid = "2.5.29.30";
    private static readonly Asn1Tag Permitted = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag Excluded = new(TagClass.ContextSpecific, 1, isConstructed: true);
    private static readonly Asn1Tag DnsName = new(TagClass.ContextSpecific, 2);
    private static readonly Asn1Tag IpAddress = new(TagClass.ContextSpecific, 7);

    /// <summary>Allows this host name or address only, for names and addresses alike.</summary>
    internal static X509Extension For(string host)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        var address = IPAddress.TryParse(host, out var parsed) ? parsed.GetAddressBytes() : null;
        using (writer.PushSequence())
        {
            using (writer.PushSequence(Permitted))
            {
                if (address is null)
                    Subtree(w => w.WriteCharacterString(UniversalTagNumber.IA5String, host, DnsName));
                else
                    Subtree(w => w.WriteOctetString([.. address, .. Enumerable.Repeat((byte)255, address.Length)], IpAddress));
            }
            using (writer.PushSequence(Excluded))
            {
                if (address is not null)
                    Subtree(w => w.WriteCharacterString(UniversalTagNumber.IA5String, "", DnsName));
                if (address is not { Length: 4 })
                    Subtree(w => w.WriteOctetString(new byte[8], IpAddress));
                if (address is not { Length: 16 })
                    Subtree(w => w.WriteOctetString(new byte[32], IpAddress));
            }
        }
        return new(Oid, writer.Encode(), critical: true);

        void Subtree(Action<AsnWriter> write)
        {
            using (writer.PushSequence())
                write(writer);
        }
    }
}
