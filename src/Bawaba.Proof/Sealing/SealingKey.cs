// A 256-bit key that seals and opens what lies on a disk or travels on a stick: AES-256-GCM, a new nonce each time. Used by a
// gate for its list and by the center for a list that is carried there. Promises: what was changed, belongs to something else or
// was sealed under another key does not open; the key itself is in no text.
using System.Security.Cryptography;

namespace Bawaba.Proof.Sealing;

/// <summary>A key in memory. What it seals is nonce (12 bytes), tag (16 bytes) and ciphertext, one behind the other.</summary>
public sealed class SealingKey : IDisposable
{
    public const int Bytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private readonly byte[] _key;

    private SealingKey(byte[] key) => _key = key;

    /// <summary>A new random key.</summary>
    public static SealingKey New() => new(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>From bytes that are secret and random already.</summary>
    /// <param name="secret">At least 32 bytes; copied.</param>
    /// <param name="purpose">Keys of two purposes have nothing to do with each other.</param>
    public static SealingKey From(ReadOnlySpan<byte> secret, string purpose)
    {
        if (secret.Length < Bytes)
            throw new ArgumentException($"a key is made of at least {Bytes} bytes", nameof(secret));
        var key = new byte[Bytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, key, salt: [], System.Text.Encoding.UTF8.GetBytes(purpose));
        return new(key);
    }

    /// <summary>A key of its own for one purpose.</summary>
    public SealingKey For(string purpose) => From(_key, purpose);

    /// <summary>Seals.</summary>
    /// <param name="plain">What is to be sealed.</param>
    /// <param name="belongsTo">What the seal is bound to: it opens with the same word alone.</param>
    public byte[] Seal(ReadOnlySpan<byte> plain, string belongsTo)
    {
        var box = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = box.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, TagBytes);
        aes.Encrypt(nonce, plain, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), System.Text.Encoding.UTF8.GetBytes(belongsTo));
        return box;
    }

    /// <summary>What was sealed; null where it was changed, belongs to something else or was sealed under another key.</summary>
    public byte[]? Open(ReadOnlySpan<byte> box, string belongsTo)
    {
        if (box.Length < NonceBytes + TagBytes)
            return null;
        var plain = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(_key, TagBytes);
        try
        {
            aes.Decrypt(box[..NonceBytes], box[(NonceBytes + TagBytes)..], box.Slice(NonceBytes, TagBytes), plain, System.Text.Encoding.UTF8.GetBytes(belongsTo));
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>This key, sealed under another.</summary>
    public byte[] SealedUnder(SealingKey other, string belongsTo) => other.Seal(_key, belongsTo);

    /// <summary>A key that was sealed under another; null where it does not open.</summary>
    public static SealingKey? Unsealed(ReadOnlySpan<byte> box, SealingKey other, string belongsTo) =>
        other.Open(box, belongsTo) is { Length: Bytes } key ? new(key) : null;

    public void Dispose() => CryptographicOperations.ZeroMemory(_key);

    /// <summary>Without the key: it must not reach a log by accident.</summary>
    public override string ToString() => "(sealing key)";
}
