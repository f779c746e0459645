// Checks that a passkey signed a challenge (Web Authentication Level 3, 7.2). Called by the center when a person approves,
// and by each gate again before it believes the center. Promises: no assertion over another challenge, for another host, from
// another page's origin, without a verified person, or by another key is taken.
using System.Security.Cryptography;

namespace Bawaba.Proof.Passkeys;

/// <summary>A passkey's signature over a challenge, as a browser hands it over.</summary>
public sealed record PasskeyAssertion
{
    /// <summary>Of a DER signature over P-256.</summary>
    public const int MaxSignatureBytes = 80;

    /// <summary>Base64url of the credential's id.</summary>
    public required string Credential { get; init; }

    public required byte[] AuthenticatorData { get; init; }

    public required byte[] ClientDataJson { get; init; }

    /// <summary>ES256 over the authenticator's data and the hash of the client's, DER.</summary>
    public required byte[] Signature { get; init; }

    /// <summary>How often the authenticator has signed; 0 where it does not count.</summary>
    /// <exception cref="PasskeyException">It does not prove what it should.</exception>
    public uint Check(PasskeyKey key, ReadOnlySpan<byte> challenge, RelyingParty party)
    {
        if (!string.Equals(Credential, key.Id, StringComparison.Ordinal))
            throw new PasskeyException("the assertion names another passkey");
        ClientData.Check(ClientDataJson, ClientData.Get, challenge, party);
        var data = Passkeys.AuthenticatorData.Read(AuthenticatorData, party);
        if (Signature.Length > MaxSignatureBytes)
            throw new PasskeyException("the signature is too long");
        using var open = key.Open();
        byte[] signed = [.. AuthenticatorData, .. SHA256.HashData(ClientDataJson)];
        return open.VerifyData(signed, Signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
            ? data.Signatures
            : throw new PasskeyException("the signature is not the passkey's");
    }
}
