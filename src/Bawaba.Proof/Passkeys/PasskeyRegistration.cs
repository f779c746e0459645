// Takes a new passkey from a browser (Web Authentication Level 3, 7.1). Called by the center alone. Promises: a person was
// there and verified, the challenge is the one given out, the key is one that approvals can be checked with. What make of
// authenticator it is, is not asked (attestation "none"): that would name the person's device and say nothing of the person.
using System.Formats.Cbor;

namespace Bawaba.Proof.Passkeys;

/// <summary>A browser's answer to being asked for a new passkey.</summary>
public sealed record PasskeyRegistration
{
    /// <summary>Of the attestation object: an authenticator's certificates may be in it, and are not looked at.</summary>
    public const int MaxBytes = 16_384;

    public required byte[] AttestationObject { get; init; }

    public required byte[] ClientDataJson { get; init; }

    /// <exception cref="PasskeyException">It is not what was asked for.</exception>
    public PasskeyKey Accept(ReadOnlySpan<byte> challenge, RelyingParty party)
    {
        ClientData.Check(ClientDataJson, ClientData.Create, challenge, party);
        var (id, key) = AuthenticatorData.Read(AuthenticatorBytes(), party).Credential();
        return PasskeyKey.FromCose(id, key);
    }

    private byte[] AuthenticatorBytes()
    {
        if (AttestationObject.Length > MaxBytes)
            throw new PasskeyException("the attestation is too long");
        byte[]? found = null;
        try
        {
            var reader = new CborReader(AttestationObject, CborConformanceMode.Lax);
            var left = reader.ReadStartMap() ?? throw new PasskeyException("the attestation has no length");
            for (; left > 0; left--)
            {
                if (string.Equals(reader.ReadTextString(), "authData", StringComparison.Ordinal))
                    found = reader.ReadByteString();
                else
                    reader.SkipValue();
            }
        }
        catch (Exception e) when (e is CborContentException or InvalidOperationException)
        {
            throw new PasskeyException("the attestation is no CBOR", e);
        }
        return found ?? throw new PasskeyException("the attestation holds no authenticator data");
    }
}
