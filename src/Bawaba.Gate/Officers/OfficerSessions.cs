// Who is signed in at this gate, in memory: a restart signs everybody out. Owned by OfficerDesk. Promises: a session ends
// after eight hours, with its officer's posting, and when the center was not heard for too long; memory is bounded.
using System.Collections.Concurrent;
using Bawaba.Contracts.Officers;
using Bawaba.Contracts.SignIn;

namespace Bawaba.Gate.Officers;

internal sealed class OfficerSessions(OfficerBook book, TimeProvider time)
{
    internal static readonly TimeSpan Duration = TimeSpan.FromHours(8);
    private const int MaxSessions = 500;
    private readonly ConcurrentDictionary<string, OfficerSession> _byToken = new(StringComparer.Ordinal);

    internal OfficerSession Prepare(GateOfficer officer, string address) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N"),
        Officer = officer,
        Address = address,
        ExpiresAt = time.GetUtcNow() + Duration,
    };

    /// <summary>The secret for the cookie; kept as a hash.</summary>
    internal string Begin(OfficerSession session)
    {
        foreach (var (hash, old) in _byToken)
        {
            if (!Stands(old))
                _byToken.TryRemove(hash, out _);
        }
        // Nobody has so many: the oldest goes.
        if (_byToken.Count >= MaxSessions && _byToken.MinBy(s => s.Value.ExpiresAt) is { Key: { } oldest })
            _byToken.TryRemove(oldest, out _);
        var token = SecretToken.Mint();
        _byToken[SecretToken.Hash(token)] = session;
        return token;
    }

    internal OfficerSession? Find(string token) =>
        _byToken.TryGetValue(SecretToken.Hash(token), out var session) && Stands(session) ? session : null;

    internal void End(string token) => _byToken.TryRemove(SecretToken.Hash(token), out _);

    // A new password ends the sessions of the old one: its hash is another.
    private bool Stands(OfficerSession session) => time.GetUtcNow() < session.ExpiresAt && book.FindAccount(session.Officer.Account) == session.Officer;
}
