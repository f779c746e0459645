// A passkey's public half: what the center keeps and gates pin. Only ES256 is taken: P-256 with SHA-256, which every
// authenticator has. Read from COSE form (RFC 9053) when it is made.
using System.Formats.Cbor;
using System.Security.Cryptography;

namespace Bawaba.Proof.Passkeys;

/// <summary>A passkey's id and public key.</summary>
public sealed record PasskeyKey
{
    /// <summary>Web Authentication Level 3, 4: at most 1,023 bytes; authenticators use 16 to 200.</summary>
    public const int MaxIdBytes = 256;

    private const int CoordinateBytes = 32;
    private const int KeyType = 1;
    private const int Algorithm = 3;
    private const int Curve = -1;
    private const int X = -2;
    private const int Y = -3;
    private const int Elliptic = 2;
    private const int Es256 = -7;
    private const int P256 = 1;

    /// <summary>Base64url of the credential's id.</summary>
    public required string Id { get; init; }

    /// <summary>The point on P-256: X and Y, 64 bytes, base64url.</summary>
    public required string Point { get; init; }

    internal ECDsa Open()
    {
        var point = System.Buffers.Text.Base64Url.DecodeFromChars(Point);
        try
        {
            return ECDsa.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new() { X = point[..CoordinateBytes], Y = point[CoordinateBytes..] },
            });
        }
        catch (CryptographicException e)
        {
            throw new PasskeyException("the public key is no point of the curve", e);
        }
    }

    /// <exception cref="PasskeyException">It is no ES256 key.</exception>
    internal static PasskeyKey FromCose(ReadOnlySpan<byte> id, ReadOnlyMemory<byte> cose)
    {
        var (numbers, x, y) = Read(cose);
        if (numbers.GetValueOrDefault(KeyType) != Elliptic || numbers.GetValueOrDefault(Algorithm) != Es256 || numbers.GetValueOrDefault(Curve) != P256)
            throw new PasskeyException("the passkey is not one of ES256");
        if (x.Length != CoordinateBytes || y.Length != CoordinateBytes)
            throw new PasskeyException("the public key has no possible length");
        var key = Of(id, [.. x, .. y]);
        // A point off the curve is refused here, not at the first approval.
        key.Open().Dispose();
        return key;
    }

    internal static PasskeyKey Of(ReadOnlySpan<byte> id, ReadOnlySpan<byte> point) => new()
    {
        Id = System.Buffers.Text.Base64Url.EncodeToString(id),
        Point = System.Buffers.Text.Base64Url.EncodeToString(point),
    };

    private static (Dictionary<int, int> Numbers, byte[] X, byte[] Y) Read(ReadOnlyMemory<byte> cose)
    {
        var (numbers, x, y) = (new Dictionary<int, int>(), Array.Empty<byte>(), Array.Empty<byte>());
        try
        {
            // What follows the key are extensions, which nothing here asks for.
            var reader = new CborReader(cose, CborConformanceMode.Ctap2Canonical, allowMultipleRootLevelValues: true);
            var left = reader.ReadStartMap() ?? throw new PasskeyException("the public key has no length");
            for (; left > 0; left--)
            {
                var label = reader.ReadInt32();
                switch (label)
                {
                    case X:
                        x = reader.ReadByteString();
                        break;
                    case Y:
                        y = reader.ReadByteString();
                        break;
                    case KeyType or Algorithm or Curve:
                        numbers[label] = reader.ReadInt32();
                        break;
                    default:
                        reader.SkipValue();
                        break;
                }
            }
        }
        catch (Exception e) when (e is CborContentException or InvalidOperationException or OverflowException)
        {
            throw new PasskeyException("the public key is no COSE key", e);
        }
        return (numbers, x, y);
    }
}
