// A recheck by voice, for a gate that cannot reach the room: the officer reads out twelve digits, the room answers with eight. Made
// at both ends from the key that center and gate share. Promises: the twelve name no plate and no entry to whoever listens; the
// eight count for this gate, this entry, this officer and this question, and for nothing else.
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bawaba.Contracts;

namespace Bawaba.Proof.Sealing;

/// <summary>Question and answer of a recheck by voice.</summary>
public static class VoiceCode
{
    /// <summary>Eight of the entry, four of the question.</summary>
    public const int QuestionDigits = EntryDigits + ChallengeDigits;
    public const int AnswerDigits = 8;
    private const int EntryDigits = 8;
    private const int ChallengeDigits = 4;
    private const string Purpose = "bawaba voice recheck";

    /// <summary>A new question about an entry.</summary>
    public static string Ask(EntryId entry) =>
        EntryNumber(entry) + RandomNumberGenerator.GetInt32(10_000).ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>True where the question is about this entry.</summary>
    public static bool IsAbout(string question, EntryId entry) =>
        question.Length == QuestionDigits && question.StartsWith(EntryNumber(entry), StringComparison.Ordinal);

    /// <summary>The answer to it.</summary>
    /// <param name="secret">The center's key for the gate.</param>
    /// <param name="gate">Where the vehicle stands.</param>
    /// <param name="entry">The entry that stands.</param>
    /// <param name="officer">Account of who asked.</param>
    /// <param name="question">Twelve digits.</param>
    public static string Answer(ReadOnlySpan<byte> secret, GateId gate, EntryId entry, string officer, string question)
    {
        Span<byte> key = stackalloc byte[SealingKey.Bytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, key, salt: [], Encoding.UTF8.GetBytes(Purpose));
        var digest = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{gate}\0{entry}\0{officer}\0{question}"));
        CryptographicOperations.ZeroMemory(key);
        return Number(digest, AnswerDigits);
    }

    /// <summary>Digits as somebody typed them: of either script, in any groups. Null where they are not so many.</summary>
    public static string? Read(string? typed, int digits)
    {
        if (typed is null || typed.Length > digits * 4)
            return null;
        var text = new StringBuilder(digits);
        foreach (var c in typed)
        {
            if (char.IsDigit(c))
                text.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
            else if (!char.IsWhiteSpace(c) && c is not '-')
                return null;
        }
        return text.Length == digits ? text.ToString() : null;
    }

    /// <summary>In groups of four, as they are read out.</summary>
    public static string Spoken(string digits) => string.Join(' ', digits.Chunk(4).Select(g => new string(g)));

    private static string EntryNumber(EntryId entry) => Number(SHA256.HashData(Encoding.UTF8.GetBytes($"bawaba entry number\0{entry}")), EntryDigits);

    private static string Number(ReadOnlySpan<byte> digest, int digits) =>
        (BinaryPrimitives.ReadUInt64BigEndian(digest) % 100_000_000).ToString($"D{digits}", CultureInfo.InvariantCulture);
}
