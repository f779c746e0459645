using System.Formats.Cbor;
using System.Security.Cryptography;
using Bawaba.Proof.Passkeys;

namespace Bawaba.Tests.Proof.Passkeys;

public sealed class PasskeyTests : IDisposable
{
    private static readonly RelyingParty Party = new() { Id = "room.example", Origins = ["https://room.example"] };
    private static readonly byte[] Challenge = SHA256.HashData("a document"u8);
    private readonly SoftwarePasskey _passkey = SoftwarePasskey.Make(Party);

    [Fact]
    public void A_passkey_registers_and_its_signature_over_the_challenge_is_taken()
    {
        var key = _passkey.Register(Challenge).Accept(Challenge, Party);
        Assert.Equal(_passkey.Key, key);
        Assert.Equal(0u, _passkey.Sign(Challenge).Check(key, Challenge, Party));
        using var again = SoftwarePasskey.Open(_passkey.Secret(), Party);
        Assert.Equal(key, again.Key);
    }

    [Theory]
    [InlineData("another challenge")]
    [InlineData("another key")]
    [InlineData("another host")]
    [InlineData("another origin")]
    [InlineData("another ceremony")]
    [InlineData("a changed signature")]
    [InlineData("changed authenticator data")]
    [InlineData("nobody verified")]
    [InlineData("nobody there")]
    [InlineData("authenticator data too short")]
    [InlineData("client data no JSON")]
    [InlineData("client data too long")]
    [InlineData("from a frame of another page")]
    public void A_signature_that_is_not_exactly_the_one_asked_for_is_refused(string what)
    {
        var signed = _passkey.Sign(Challenge);
        var (key, challenge, party) = (_passkey.Key, Challenge, Party);
        switch (what)
        {
            case "another challenge":
                challenge = SHA256.HashData("another document"u8);
                break;
            case "another key":
                using (var other = SoftwarePasskey.Make(Party))
                    signed = other.Sign(Challenge) with { Credential = key.Id };
                break;
            case "another host":
                party = new() { Id = "other.example", Origins = Party.Origins };
                break;
            case "another origin":
                party = new() { Id = Party.Id, Origins = ["https://room.example:8443"] };
                break;
            case "another ceremony":
                signed = signed with { ClientDataJson = _passkey.Register(Challenge).ClientDataJson };
                break;
            case "a changed signature":
                signed.Signature[^1] ^= 1;
                break;
            case "changed authenticator data":
                signed.AuthenticatorData[^1] ^= 1;
                break;
            case "nobody verified":
                signed.AuthenticatorData[32] = 0x01;
                break;
            case "nobody there":
                signed.AuthenticatorData[32] = 0x04;
                break;
            case "authenticator data too short":
                signed = signed with { AuthenticatorData = signed.AuthenticatorData[..36] };
                break;
            case "client data no JSON":
                signed = signed with { ClientDataJson = "{"u8.ToArray() };
                break;
            case "client data too long":
                signed = signed with { ClientDataJson = new byte[5_000] };
                break;
            case "from a frame of another page":
                signed = signed with { ClientDataJson = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(signed.ClientDataJson).Replace("false", "true", StringComparison.Ordinal)) };
                break;
            default:
                Assert.Fail(what);
                break;
        }
        Assert.Throws<PasskeyException>(() => signed.Check(key, challenge, party));
    }

    [Fact]
    public void A_registration_of_another_kind_of_key_is_refused()
    {
        var answer = _passkey.Register(Challenge);
        // RS256 instead of ES256: the number -7 becomes -257.
        var rsa = new PasskeyRegistration { AttestationObject = Replaced(answer.AttestationObject, [0x03, 0x26], [0x03, 0x25]), ClientDataJson = answer.ClientDataJson };
        Assert.Contains("ES256", Assert.Throws<PasskeyException>(() => rsa.Accept(Challenge, Party)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_bytes_come_the_answer_is_a_refusal_and_no_crash()
    {
        var good = _passkey.Register(Challenge);
        var random = new Random(7);
        for (var i = 0; i < 3_000; i++)
        {
            var bytes = (byte[])good.AttestationObject.Clone();
            // Of a cut off object nothing is whole; of a changed one the head, the id or the key may still be.
            for (var k = random.Next(1, 6); k > 0; k--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (random.Next(3) == 0)
                bytes = bytes[..random.Next(bytes.Length)];
            try
            {
                var key = new PasskeyRegistration { AttestationObject = bytes, ClientDataJson = good.ClientDataJson }.Accept(Challenge, Party);
                using var open = key.Open();
            }
            catch (PasskeyException)
            {
                continue;
            }
        }
    }

    [Fact]
    public void A_key_off_the_curve_is_refused_when_it_is_made()
    {
        var cose = new CborWriter(CborConformanceMode.Ctap2Canonical);
        cose.WriteStartMap(5);
        foreach (var (label, number) in new[] { (1, 2), (3, -7), (-1, 1) })
        {
            cose.WriteInt32(label);
            cose.WriteInt32(number);
        }
        cose.WriteInt32(-2);
        cose.WriteByteString(Enumerable.Repeat((byte)1, 32).ToArray());
        cose.WriteInt32(-3);
        cose.WriteByteString(Enumerable.Repeat((byte)2, 32).ToArray());
        cose.WriteEndMap();
        Assert.Throws<PasskeyException>(() => PasskeyKey.FromCose([1, 2, 3], cose.Encode()));
    }

    public void Dispose() => _passkey.Dispose();

    private static byte[] Replaced(byte[] bytes, byte[] from, byte[] to)
    {
        var copy = (byte[])bytes.Clone();
        var at = copy.AsSpan().IndexOf(from);
        Assert.True(at > 0);
        to.CopyTo(copy, at);
        return copy;
    }
}
