// The one-time code by which a gate's computer comes to belong to a center: typed once by a technician, or read from a
// file. It says both who the gate is trusted to be (the secret) and whom the gate may trust (the authority's fingerprint),
// so that nobody on the road between them can take either place.
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Bawaba.Contracts.Enrolment;

/// <summary>A one-time enrolment code. Its text is a secret: it is shown once, kept nowhere, and never an argument.</summary>
public sealed class EnrolmentCode
{
    /// <summary>Bytes of the secret: 128 bits.</summary>
    public const int SecretBytes = 16;

    /// <summary>Bytes of the authority's fingerprint that the code carries.</summary>
    public const int FingerprintBytes = 16;
    private const int CheckBytes = 2;
    private const int Group = 5;

    // Crockford's alphabet: no I, L, O and U, which people misread.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private readonly byte[] _secret;
    private readonly byte[] _fingerprint;

    private EnrolmentCode(byte[] secret, byte[] fingerprint) => (_secret, _fingerprint) = (secret, fingerprint);

    /// <summary>What the center keeps: SHA-256 of the secret, hexadecimal.</summary>
    public string SecretHash => Convert.ToHexStringLower(SHA256.HashData(_secret));

    /// <summary>A new code for the authority with this certificate (DER).</summary>
    public static EnrolmentCode Mint(ReadOnlySpan<byte> authorityCertificate) =>
        new(RandomNumberGenerator.GetBytes(SecretBytes), FingerprintOf(authorityCertificate));

    /// <summary>Reads what a person typed: case, spaces and hyphens do not matter, O is 0, I and L are 1. False for a typing error.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out EnrolmentCode? code)
    {
        code = null;
        if (text is null || text.Length > 200)
            return false;
        var bytes = new byte[SecretBytes + FingerprintBytes + CheckBytes];
        if (!TryDecode(text, bytes) || !Check(bytes.AsSpan(..^CheckBytes)).SequenceEqual(bytes.AsSpan(^CheckBytes..)))
            return false;
        code = new(bytes[..SecretBytes], bytes[SecretBytes..^CheckBytes]);
        return true;
    }

    /// <summary>The hash of a secret that came as hexadecimal; false when it is none.</summary>
    public static bool TryHashSecret(string? secret, [NotNullWhen(true)] out string? hash)
    {
        hash = null;
        var bytes = new byte[SecretBytes];
        if (secret is not { Length: 2 * SecretBytes } || Convert.FromHexString(secret, bytes, out _, out var written) != System.Buffers.OperationStatus.Done || written != SecretBytes)
            return false;
        hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return true;
    }

    /// <summary>The code as a person types it. The only way to its secret, named so that it is not called by accident.</summary>
    public string Reveal()
    {
        byte[] body = [.. _secret, .. _fingerprint];
        return Encode([.. body, .. Check(body)]);
    }

    /// <summary>The secret as it is sent to the center, inside TLS to the authority the code names.</summary>
    public string RevealSecret() => Convert.ToHexStringLower(_secret);

    /// <summary>Whether this certificate (DER) is the authority's that the code names.</summary>
    public bool Names(ReadOnlySpan<byte> authorityCertificate) =>
        CryptographicOperations.FixedTimeEquals(FingerprintOf(authorityCertificate), _fingerprint);

    public override string ToString() => "(an enrolment code)";

    private static byte[] FingerprintOf(ReadOnlySpan<byte> certificate) => SHA256.HashData(certificate)[..FingerprintBytes];

    private static byte[] Check(ReadOnlySpan<byte> body) => SHA256.HashData(body)[..CheckBytes];

    private static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder();
        var (held, bits, count) = (0, 0, 0);
        foreach (var b in bytes)
        {
            (held, bits) = ((held << 8) | b, bits + 8);
            while (bits >= 5)
            {
                bits -= 5;
                Put((held >> bits) & 31);
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0)
            Put((held << (5 - bits)) & 31);
        return text.ToString();

        void Put(int value)
        {
            if (count > 0 && count % Group == 0)
                text.Append('-');
            text.Append(Alphabet[value]);
            count++;
        }
    }

    private static bool TryDecode(string text, Span<byte> bytes)
    {
        var (held, bits, at) = (0, 0, 0);
        foreach (var c in text)
        {
            if (c is '-' or ' ' or '\t' or '\r' or '\n')
                continue;
            var value = Alphabet.IndexOf(char.ToUpperInvariant(c) switch { 'O' => '0', 'I' or 'L' => '1', var other => other }, StringComparison.Ordinal);
            if (value < 0)
                return false;
            (held, bits) = ((held << 5) | value, bits + 5);
            if (bits < 8)
                continue;
            bits -= 8;
            if (at == bytes.Length)
                return false;
            bytes[at++] = (byte)(held >> bits);
            held &= (1 << bits) - 1;
        }
        // What is left over are the zero bits that fill the last character.
        return at == bytes.Length && held == 0 && bits < 5;
    }
}
