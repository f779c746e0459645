// What the authenticator itself says (authenticator data, Web Authentication Level 3, 6.1): bytes in a fixed order.
// Read by PasskeyRegistration and PasskeyAssertion.
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Bawaba.Proof.Passkeys;

internal readonly ref struct AuthenticatorData
{
    internal const int MinBytes = 37;
    internal const int MaxBytes = 1_024;
    private const int HashBytes = 32;
    private const byte UserPresent = 0x01;
    private const byte UserVerified = 0x04;
    private const byte AttestedCredential = 0x40;
    private const int IdAt = 55;

    private AuthenticatorData(ReadOnlySpan<byte> bytes) => Bytes = bytes;

    internal ReadOnlySpan<byte> Bytes { get; }

    /// <summary>How often the authenticator signed; 0 where it does not count.</summary>
    internal uint Signatures => BinaryPrimitives.ReadUInt32BigEndian(Bytes[33..]);

    private byte Flags => Bytes[HashBytes];

    /// <summary>Takes the bytes where a person was there, was verified, and the credential is one for this party.</summary>
    /// <exception cref="PasskeyException">Some of that is not so.</exception>
    internal static AuthenticatorData Read(ReadOnlySpan<byte> bytes, RelyingParty party)
    {
        if (bytes.Length is < MinBytes or > MaxBytes)
            throw new PasskeyException("authenticator data has no possible length");
        var data = new AuthenticatorData(bytes);
        if (!CryptographicOperations.FixedTimeEquals(bytes[..HashBytes], party.IdHash()))
            throw new PasskeyException("the passkey is one for another host");
        if ((data.Flags & UserPresent) == 0)
            throw new PasskeyException("nobody was there");
        return (data.Flags & UserVerified) == 0 ? throw new PasskeyException("the authenticator did not verify who is there") : data;
    }

    /// <summary>The new credential's id and its public key in COSE form, with whatever follows.</summary>
    internal (byte[] Id, byte[] KeyAndRest) Credential()
    {
        if ((Flags & AttestedCredential) == 0 || Bytes.Length < IdAt)
            throw new PasskeyException("authenticator data holds no credential");
        var length = BinaryPrimitives.ReadUInt16BigEndian(Bytes[(IdAt - 2)..]);
        if (length is 0 or > PasskeyKey.MaxIdBytes || Bytes.Length <= IdAt + length)
            throw new PasskeyException("the credential's id has no possible length");
        return (Bytes.Slice(IdAt, length).ToArray(), Bytes[(IdAt + length)..].ToArray());
    }
}
