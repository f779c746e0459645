// A passkey in a file, for the demo city and for tests: it does what an authenticator does, but nobody has to be there.
// Never a person's passkey: `bawaba up` makes them for the demo's accounts alone, and says so.
using System.Buffers.Binary;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Bawaba.Proof.Passkeys;

/// <summary>An authenticator without a person.</summary>
public sealed class SoftwarePasskey : IDisposable
{
    private const byte PresentAndVerified = 0x05;
    private const byte WithCredential = 0x40;
    private const int IdBytes = 16;
    private readonly ECDsa _key;
    private readonly byte[] _id;
    private readonly RelyingParty _party;

    private SoftwarePasskey(ECDsa key, byte[] id, RelyingParty party)
    {
        _key = key;
        _id = id;
        _party = party;
    }

    /// <summary>The public half.</summary>
    public PasskeyKey Key
    {
        get
        {
            var point = _key.ExportParameters(includePrivateParameters: false).Q;
            return PasskeyKey.Of(_id, [.. point.X!, .. point.Y!]);
        }
    }

    public static SoftwarePasskey Make(RelyingParty party) =>
        new(ECDsa.Create(ECCurve.NamedCurves.nistP256), RandomNumberGenerator.GetBytes(IdBytes), party);

    /// <summary>From what <see cref="Secret"/> gave.</summary>
    public static SoftwarePasskey Open(string secret, RelyingParty party)
    {
        var bytes = Convert.FromBase64String(secret);
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(bytes.AsSpan(IdBytes), out _);
        return new(key, bytes[..IdBytes], party);
    }

    /// <summary>Id and private key, base64.</summary>
    public string Secret() => Convert.ToBase64String([.. _id, .. _key.ExportPkcs8PrivateKey()]);

    public PasskeyRegistration Register(ReadOnlySpan<byte> challenge)
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        var cose = new CborWriter(CborConformanceMode.Ctap2Canonical);
        cose.WriteStartMap(5);
        foreach (var (label, number) in new[] { (1, 2), (3, -7), (-1, 1) })
        {
            cose.WriteInt32(label);
            cose.WriteInt32(number);
        }
        cose.WriteInt32(-2);
        cose.WriteByteString(point.X!);
        cose.WriteInt32(-3);
        cose.WriteByteString(point.Y!);
        cose.WriteEndMap();
        byte[] data = [.. Head(PresentAndVerified | WithCredential), .. new byte[16], 0, IdBytes, .. _id, .. cose.Encode()];
        var attestation = new CborWriter();
        attestation.WriteStartMap(3);
        attestation.WriteTextString("fmt");
        attestation.WriteTextString("none");
        attestation.WriteTextString("attStmt");
        attestation.WriteStartMap(0);
        attestation.WriteEndMap();
        attestation.WriteTextString("authData");
        attestation.WriteByteString(data);
        attestation.WriteEndMap();
        return new() { AttestationObject = attestation.Encode(), ClientDataJson = Client(ClientData.Create, challenge) };
    }

    public PasskeyAssertion Sign(ReadOnlySpan<byte> challenge)
    {
        var client = Client(ClientData.Get, challenge);
        var data = Head(PresentAndVerified);
        byte[] signed = [.. data, .. SHA256.HashData(client)];
        return new()
        {
            Credential = Key.Id,
            AuthenticatorData = data,
            ClientDataJson = client,
            Signature = _key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence),
        };
    }

    public void Dispose() => _key.Dispose();

    private byte[] Head(byte flags)
    {
        byte[] head = [.. _party.IdHash(), flags, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(33), 0);
        return head;
    }

    private byte[] Client(string type, ReadOnlySpan<byte> challenge) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["type"] = type,
        ["challenge"] = System.Buffers.Text.Base64Url.EncodeToString(challenge),
        ["origin"] = _party.Origins.Count > 0 ? _party.Origins[0] : $"https://{_party.Id}",
        ["crossOrigin"] = false,
    }.ToJsonString());
}
