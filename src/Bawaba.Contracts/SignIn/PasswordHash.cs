// Argon2id over passwords (OWASP: 19 MiB, 2 passes, 1 lane). Used by SignInDesk, InvitationDesk and DemoAccounts.
// Promises: the same work whether a name exists or not, at most a few hashes at once (19 MiB each), and that a
// hash made with other parameters still verifies.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Konscious.Security.Cryptography;

namespace Bawaba.Contracts.SignIn;

internal sealed class PasswordHash : IDisposable
{
    internal const int MemoryKib = 19_456;
    internal const int Passes = 2;
    internal const int Lanes = 1;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;
    private const int MaxAtOnce = 2;
    private const int MaxWaiting = 32;

    // A hash nobody has the password of: what an unknown name is checked against.
    private static readonly string Nobody = Format(RandomNumberGenerator.GetBytes(SaltBytes), RandomNumberGenerator.GetBytes(HashBytes));
    private readonly SemaphoreSlim _atOnce = new(MaxAtOnce, MaxAtOnce);
    private int _waiting;

    /// <summary>True while so many wait that another should be told to come back.</summary>
    internal bool IsBusy => Volatile.Read(ref _waiting) >= MaxWaiting;

    internal async Task<string> CreateAsync(string password, CancellationToken cancellation)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return Format(salt, await ComputeAsync(password, salt, MemoryKib, Passes, Lanes, HashBytes, cancellation));
    }

    /// <summary>Whether the password belongs to the hash; null (an unknown name) costs the same and is false.</summary>
    internal async Task<bool> VerifyAsync(string password, string? stored, CancellationToken cancellation)
    {
        var parts = (stored ?? Nobody).Split('$');
        var cost = parts[3].Split(',').Select(p => int.Parse(p.AsSpan(2), CultureInfo.InvariantCulture)).ToArray();
        var expected = Decode(parts[5]);
        var actual = await ComputeAsync(password, Decode(parts[4]), cost[0], cost[1], cost[2], expected.Length, cancellation);
        return CryptographicOperations.FixedTimeEquals(actual, expected) & stored is not null;
    }

    public void Dispose() => _atOnce.Dispose();

    private async Task<byte[]> ComputeAsync(
        string password, byte[] salt, int memoryKib, int passes, int lanes, int length, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            await _atOnce.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
        try
        {
            // Tens of milliseconds of a core: not on the thread that serves others.
            return await Task.Run(
                () =>
                {
                    // The library refuses an empty password; nobody can have one of a control character.
                    using var argon = new Argon2id(Encoding.UTF8.GetBytes(password.Length == 0 ? "\0" : password))
                    {
                        Salt = salt,
                        MemorySize = memoryKib,
                        Iterations = passes,
                        DegreeOfParallelism = lanes,
                    };
                    return argon.GetBytes(length);
                },
                cancellation);
        }
        finally
        {
            _atOnce.Release();
        }
    }

    // The PHC string format: base64 without padding.
    private static string Format(byte[] salt, byte[] hash) => string.Create(
        CultureInfo.InvariantCulture,
        $"$argon2id$v=19$m={MemoryKib},t={Passes},p={Lanes}${Convert.ToBase64String(salt).TrimEnd('=')}${Convert.ToBase64String(hash).TrimEnd('=')}");

    private static byte[] Decode(string text) => Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
}
