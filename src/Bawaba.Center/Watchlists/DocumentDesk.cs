// The documents that entries rest on: verdicts, orders, reports as scanned. Called by the register's pages. Promises: a document
// is known by the hash of its bytes, and never changed; what it is, is told from its first bytes, not from what a browser says; each
// storing and each look is an act in the log, written before.
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Bawaba.Center.Approvals;
using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;

namespace Bawaba.Center.Watchlists;

/// <summary>The documents that entries rest on.</summary>
public sealed class DocumentDesk
{
    /// <summary>A document has no more bytes.</summary>
    public const int MaxBytes = 5 << 20;

    private static readonly (byte[] Start, string MediaType)[] Kinds =
    [
        ("%PDF-"u8.ToArray(), "application/pdf"), ([0xFF, 0xD8, 0xFF], "image/jpeg"), ([0x89, 0x50, 0x4E, 0x47], "image/png"),
    ];

    private readonly CenterStore _store;
    private readonly AuditLog _audit;
    private readonly SessionGuard _guard;
    private readonly TimeProvider _time;

    internal DocumentDesk(CenterStore store, AuditLog audit, SessionGuard guard, TimeProvider time)
    {
        _store = store;
        _audit = audit;
        _guard = guard;
        _time = time;
    }

    /// <summary>Keeps a PDF, JPEG or PNG. Needs <see cref="Permission.DraftEntries"/> or <see cref="Permission.DraftUrgentEntries"/>.</summary>
    public async Task<DocumentResult> StoreAsync(Actor actor, byte[] body, CancellationToken cancellation)
    {
        var permission = await _guard.MayAsync(actor, Permission.DraftUrgentEntries, cancellation) ? Permission.DraftUrgentEntries : Permission.DraftEntries;
        if (await _guard.ScopeOfAsync(actor, permission, cancellation) is not { } scope)
            return new DocumentResult.NotAllowed();
        if (MediaTypeOf(body) is not { } type || body.Length > MaxBytes)
            return new DocumentResult.Unfit();
        var hash = Convert.ToHexStringLower(SHA256.HashData(body));
        try
        {
            await _store.WriteAsync(
                connection =>
                {
                    _audit.Append(connection, new(AuditAct.DocumentStored, actor.ForAudit(), hash, string.Create(CultureInfo.InvariantCulture, $"{type} {body.Length}")));
                    DocumentSql.Keep(connection, scope, hash, body, type, actor.Account, _time.GetUtcNow());
                    ApprovalSql.Mark(connection, EntrySql.Part);
                },
                cancellation);
            return new DocumentResult.Stored(hash);
        }
        catch (DbException)
        {
            return new DocumentResult.AuditUnavailable();
        }
    }

    /// <summary>The document's bytes. Needs <see cref="Permission.SeeWatchlist"/>.</summary>
    public async Task<Reading<byte[]>> ReadAsync(Actor actor, string hash, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.SeeWatchlist, cancellation) is not { } scope)
            return new Reading<byte[]>.NotAllowed();
        if (await _guard.FindAsync(actor, scope, $"document/{hash}", (c, within) => DocumentSql.Body(c, within, hash), cancellation) is not { } body)
            return new Reading<byte[]>.NotFound();
        return await _audit.TryWriteAsync(new(AuditAct.DocumentSeen, actor.ForAudit(), hash), cancellation)
            ? new Reading<byte[]>.Granted(body)
            : new Reading<byte[]>.AuditUnavailable();
    }

    /// <summary>What the bytes are; null for what is no document.</summary>
    internal static string? MediaTypeOf(ReadOnlySpan<byte> body)
    {
        foreach (var (start, type) in Kinds)
        {
            if (body.StartsWith(start))
                return type;
        }
        return null;
    }
}
