// Seals second factors, so that a copied store shows none: AES-256-GCM under a key in a file of its own beside the store, with the account's
// id as associated data, so that one person's does not serve another. Opened by PrepareCenterAsync; used by whoever keeps or checks one.
// Promises: the key is in no database and no log; where the store was sealed under a key that is not there, the center does not start, and
// makes no other; what is found in clear is sealed once, when the first key is made, and believed never after.
using System.Buffers.Text;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Bawaba.Center.Audit;
using Bawaba.Center.Storage;
using Bawaba.Contracts.Enrolment;

namespace Bawaba.Center.Operators;

internal sealed class SecretSeal(string dataFolder, CenterStore store, AuditLog audit) : IDisposable
{
    internal const string FileName = "second-factors.key";
    private const string Sealed = "s1:";
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int MaxFileBytes = 1024;
    private readonly string _path = Path.Combine(dataFolder, FileName);
    private AesGcm? _cipher;

    private AesGcm Cipher => _cipher ?? throw new InvalidOperationException("second factors are sealed before they are used: await PrepareCenterAsync first");

    /// <summary>Takes the key out of its file; at the first start makes it, and seals what stands in clear.</summary>
    /// <exception cref="StoreUnfitException">The key is not there, another one, or open to others.</exception>
    internal async Task OpenAsync(CancellationToken cancellation)
    {
        // Looked at and made under the room's lock: two centers of one store make one key, and the second says which it lacks.
        var changed = await store.WriteAsync(Open, cancellation);
        if (changed > 0)
            await store.ScrubAsync(cancellation);
    }

    internal SealedSecret Seal(AccountId account, string secret)
    {
        var clear = Encoding.UTF8.GetBytes(secret);
        var whole = new byte[NonceBytes + clear.Length + TagBytes];
        var nonce = whole.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        Cipher.Encrypt(nonce, clear, whole.AsSpan(NonceBytes, clear.Length), whole.AsSpan(NonceBytes + clear.Length), Context(account));
        return new(Sealed + Base64Url.EncodeToString(whole));
    }

    /// <summary>The secret; null for what was not sealed here for this account.</summary>
    internal string? Open(AccountId account, string stored)
    {
        if (!stored.StartsWith(Sealed, StringComparison.Ordinal))
            return null;
        try
        {
            var whole = Base64Url.DecodeFromChars(stored.AsSpan(Sealed.Length));
            if (whole.Length <= NonceBytes + TagBytes)
                return null;
            var clear = new byte[whole.Length - NonceBytes - TagBytes];
            Cipher.Decrypt(whole.AsSpan(0, NonceBytes), whole.AsSpan(NonceBytes, clear.Length), whole.AsSpan(NonceBytes + clear.Length), clear, Context(account));
            return Encoding.UTF8.GetString(clear);
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return null;
        }
    }

    public void Dispose() => _cipher?.Dispose();

    private int Open(DbConnection connection)
    {
        var mark = SealSql.Mark(connection);
        var secrets = SealSql.Secrets(connection);
        var isSealed = secrets.Any(s => s.Secret.StartsWith(Sealed, StringComparison.Ordinal));
        var key = ReadKey();
        // Nothing rests on the key before: another may take its place, unless another center has it in use.
        var needed = isSealed || (mark is not null && store.IsShared);
        if (key is null && needed)
            throw new StoreUnfitException(Missing($"{_path} is not there, and second factors are sealed under the key in it"));
        key ??= MakeKey();
        if (needed && mark != MarkOf(key))
            throw new StoreUnfitException(Missing($"{_path} holds another key than the one second factors are sealed under"));
        _cipher?.Dispose();
        _cipher = new(key, TagBytes);
        var clear = mark is null ? secrets : [];
        foreach (var (account, secret) in clear)
            SealSql.Replace(connection, account, Seal(account, secret));
        if (mark != MarkOf(key))
        {
            SealSql.PutMark(connection, MarkOf(key));
            audit.Append(connection, new(AuditAct.SecondFactorsSealed, AuditActor.System, FileName, $"accounts={clear.Count}"));
        }
        CryptographicOperations.ZeroMemory(key);
        return clear.Count;
    }

    private byte[]? ReadKey()
    {
        if (!File.Exists(_path))
            return null;
        try
        {
            using var reader = new StreamReader(PrivateFile.Open(_path, MaxFileBytes));
            var text = reader.ReadToEnd().Trim();
            return text.Length == 2 * KeyBytes && text.All(char.IsAsciiHexDigit)
                ? Convert.FromHexString(text)
                : throw new StoreUnfitException(Missing($"{_path} holds no key"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new StoreUnfitException($"the key of second factors cannot be read: {e.Message}");
        }
    }

    private byte[] MakeKey()
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        PrivateFile.Write(_path, Convert.ToHexStringLower(key) + "\n");
        return key;
    }

    private static string Missing(string what) =>
        $"{what}; put the file back (an encrypted backup has it, and so has every other center of this store). "
        + "If it is lost, run `bawaba migrate --forget-second-factors`: everybody sets up a new one, and approves nothing for a day";

    private static byte[] Context(AccountId account) => Encoding.UTF8.GetBytes($"bawaba second factor {account}");

    private static string MarkOf(byte[] key) => Convert.ToHexStringLower(SHA256.HashData([.. "bawaba seal mark"u8, .. key]));
}
