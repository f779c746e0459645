// Twenty-four digits that a person keeps on paper and types once after a gate has started without its center. The computer makes
// them, never a person: 80 bits behind Argon2id are out of reach of whoever has a copy of the disk. Digits, because a gate's
// keypad has those, in either script.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Konscious.Security.Cryptography;

namespace Bawaba.Proof.Sealing;

/// <summary>A gate's passphrase: <c>0000 0000 0000 0000 0000 0000</c>.</summary>
public sealed class Passphrase
{
    public const int Digits = 24;
    private const int GroupDigits = 4;
    private const int SaltBytes = 16;
    private const string Purpose = "bawaba list passphrase";
    private readonly string _digits;

    private Passphrase(string digits) => _digits = digits;

    /// <summary>A new one.</summary>
    public static Passphrase New() => new(string.Create(Digits, 0, (text, _) =>
    {
        for (var i = 0; i < text.Length; i++)
            text[i] = (char)('0' + RandomNumberGenerator.GetInt32(10));
    }));

    /// <summary>Reads what was typed: digits of either script, spaces and dashes anywhere. Null where they are not twenty-four.</summary>
    public static Passphrase? Read(string? typed)
    {
        if (typed is null || typed.Length > Digits * 4)
            return null;
        var digits = new StringBuilder(Digits);
        foreach (var c in typed)
        {
            if (char.IsDigit(c))
                digits.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
            else if (!char.IsWhiteSpace(c) && c is not '-')
                return null;
        }
        return digits.Length == Digits ? new(digits.ToString()) : null;
    }

    /// <summary>As it is written down: groups of four.</summary>
    public string Reveal() => string.Join(' ', _digits.Chunk(GroupDigits).Select(g => new string(g)));

    /// <summary>A salt for <see cref="Key"/>.</summary>
    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltBytes);

    /// <summary>The key behind it. About a quarter of a second of a core and 64 MiB: not on a thread that serves others.</summary>
    public SealingKey Key(byte[] salt, PassphraseCost cost)
    {
        using var argon = new Argon2id(Encoding.ASCII.GetBytes(_digits))
        {
            Salt = salt,
            MemorySize = cost.MemoryKib,
            Iterations = cost.Passes,
            DegreeOfParallelism = cost.Lanes,
        };
        var bytes = argon.GetBytes(SealingKey.Bytes);
        try
        {
            return SealingKey.From(bytes, Purpose);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>Without the digits: they must not reach a log by accident.</summary>
    public override string ToString() => "(passphrase)";
}
