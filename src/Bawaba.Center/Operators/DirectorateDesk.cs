// The register of directorates. Called by its page, the accounts page and /api/directorates; the demo city's file makes its own
// (CityLoader). Promises: an administrator of the joint room alone makes one; it is one transaction with its audit row; an id is given
// once and nothing of a directorate is changed afterwards.
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Storage;
using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Center.Operators;

/// <summary>The directorates that form the room.</summary>
public sealed class DirectorateDesk
{
    public const int MaxDirectorates = 40;
    public const int MaxName = 80;
    private readonly CenterStore _store;
    private readonly AuditLog _audit;
    private readonly SessionGuard _guard;
    private readonly TimeProvider _time;

    internal DirectorateDesk(CenterStore store, AuditLog audit, SessionGuard guard, TimeProvider time)
    {
        _store = store;
        _audit = audit;
        _guard = guard;
        _time = time;
    }

    /// <summary>All of them, the oldest first. Needs <see cref="Permission.ManageAccounts"/>.</summary>
    public async Task<Reading<IReadOnlyList<Directorate>>> ListAsync(Actor actor, CancellationToken cancellation) =>
        await _guard.AllowsAsync(actor, Permission.ManageAccounts, cancellation)
            ? new Reading<IReadOnlyList<Directorate>>.Granted(await _store.ReadAsync(DirectorateSql.All, cancellation))
            : new Reading<IReadOnlyList<Directorate>>.NotAllowed();

    /// <summary>What a directorate within one's own scope is called; null where it is not, or has no name yet.</summary>
    public async Task<LocalName?> NameAsync(Actor actor, DirectorateId? id, CancellationToken cancellation) =>
        id is { } directorate && actor.Scope.Sees(directorate) && await _guard.StandsAsync(actor, cancellation)
            ? (await _store.ReadAsync(c => DirectorateSql.Find(c, directorate), cancellation))?.Name
            : null;

    /// <summary>Makes one. Needs <see cref="Permission.ManageAccounts"/> and the joint room.</summary>
    public async Task<DirectorateResult> MakeAsync(Actor actor, string? id, string? arabic, string? english, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.ManageAccounts, cancellation) is not { } scope)
            return new DirectorateResult.NotAllowed();
        if (!scope.IsWhole)
        {
            await _guard.NoteOutsideAsync(actor, "directorates", cancellation);
            return new DirectorateResult.NotAllowed();
        }
        if (!DirectorateId.TryParse(id?.Trim(), out var slug) || NameOf(arabic) is not { } ar || NameOf(english) is not { } en)
            return new DirectorateResult.Unfit();
        var made = new Directorate { Id = slug, Name = new() { Ar = ar, En = en }, MadeAt = _time.GetUtcNow() };
        try
        {
            return await _store.WriteAsync(connection => Make(connection, actor, made), cancellation);
        }
        catch (DbException)
        {
            return new DirectorateResult.AuditUnavailable();
        }
    }

    private DirectorateResult Make(DbConnection connection, Actor actor, Directorate made)
    {
        if (DirectorateSql.All(connection).Count >= MaxDirectorates)
            return new DirectorateResult.Unfit();
        if (!DirectorateSql.Insert(connection, made, actor.Account.ToString()))
            return new DirectorateResult.Taken();
        _audit.Append(connection, new(AuditAct.DirectorateMade, actor.ForAudit(), made.Id.Value));
        return new DirectorateResult.Made(made);
    }

    private static string? NameOf(string? typed) =>
        typed?.Trim() is { Length: > 0 and <= MaxName } name && !name.Any(char.IsControl) ? name : null;
}
