// The verbs on agreements between directorates. Called by their page. Promises: nothing is shared on one side's word; at most 30 days;
// nothing that began before both had agreed; either side ends it at once; every step is one transaction with its audit row.
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Center.Sharing;

/// <summary>Agreements between directorates on what the one sees and does of the other's incidents.</summary>
public sealed class AgreementDesk
{
    /// <summary>No agreement lasts longer; a longer one is another agreement.</summary>
    public const int MaxDays = 30;

    private const int MaxPurpose = 200;
    private readonly LiveAnnouncer _announcer;
    private readonly AuditLog _audit;
    private readonly SessionGuard _guard;
    private readonly TimeProvider _time;

    internal AgreementDesk(LiveAnnouncer announcer, AuditLog audit, SessionGuard guard, TimeProvider time) =>
        (_announcer, _audit, _guard, _time) = (announcer, audit, guard, time);

    /// <summary>Those of the actor's directorate on either side, newest first, at most 200; all for the joint room. Needs <see cref="Permission.SeeAgreements"/>.</summary>
    public async Task<Reading<IReadOnlyList<Agreement>>> ListAsync(Actor actor, CancellationToken cancellation) =>
        await _guard.ScopeOfAsync(actor, Permission.SeeAgreements, cancellation) is { } scope
            ? new Reading<IReadOnlyList<Agreement>>.Granted(await _announcer.ReadAsync(c => AgreementSql.Newest(c, scope), cancellation))
            : new Reading<IReadOnlyList<Agreement>>.NotAllowed();

    /// <summary>The directorates there are, for naming them; none for who sees no agreements.</summary>
    public async Task<IReadOnlyList<Directorate>> DirectoratesAsync(Actor actor, CancellationToken cancellation) =>
        await _guard.MayAsync(actor, Permission.SeeAgreements, cancellation) ? await _announcer.ReadAsync(DirectorateSql.All, cancellation) : [];

    /// <summary>Offers it for the actor's own directorate. Needs <see cref="Permission.MakeAgreements"/>.</summary>
    public Task<AgreementResult> OfferAsync(Actor actor, AgreementDraft draft, CancellationToken cancellation) => StepAsync(
        actor,
        (connection, scope) =>
        {
            if (scope.Directorate is not { } giver || Read(connection, giver, draft) is not { } agreement)
                return new AgreementResult.Unfit();
            agreement = agreement with { OfferedBy = actor.DisplayName };
            _audit.Append(connection, new(AuditAct.AgreementOffered, actor.ForAudit(), Subject(agreement.Id),
                $"giver={giver} taker={agreement.Taker} mode={agreement.Mode} fields={string.Join(',', agreement.Fields)}"));
            AgreementSql.Insert(connection, agreement, actor.Account);
            return new AgreementResult.Done(agreement);
        },
        cancellation);

    /// <summary>Agrees for the other side: somebody of the directorate that is to see.</summary>
    public Task<AgreementResult> AcceptAsync(Actor actor, AgreementId id, CancellationToken cancellation) => StepAsync(
        actor,
        (connection, scope) =>
        {
            if (Find(connection, actor, scope, id) is not { AcceptedAt: null, EndedAt: null } agreement || agreement.Taker != scope.Directorate || agreement.UntilAt <= _time.GetUtcNow())
                return new AgreementResult.NotFound();
            _audit.Append(connection, new(AuditAct.AgreementAccepted, actor.ForAudit(), Subject(id)));
            AgreementSql.Accept(connection, id, actor.Account, actor.DisplayName, _time.GetUtcNow());
            return new AgreementResult.Done(AgreementSql.Find(connection, scope, id)!);
        },
        cancellation);

    /// <summary>Ends or refuses it, from either side, at once.</summary>
    public Task<AgreementResult> EndAsync(Actor actor, AgreementId id, CancellationToken cancellation) => StepAsync(
        actor,
        (connection, scope) =>
        {
            if (Find(connection, actor, scope, id) is not { EndedAt: null })
                return new AgreementResult.NotFound();
            _audit.Append(connection, new(AuditAct.AgreementEnded, actor.ForAudit(), Subject(id)));
            AgreementSql.End(connection, id, actor.Account, actor.DisplayName, _time.GetUtcNow());
            return new AgreementResult.Done(AgreementSql.Find(connection, scope, id)!);
        },
        cancellation);

    private Agreement? Find(DbConnection connection, Actor actor, Scope scope, AgreementId id) =>
        _guard.Find(connection, actor, scope, Subject(id), within => AgreementSql.Find(connection, within, id));

    private Agreement? Read(DbConnection connection, DirectorateId giver, AgreementDraft draft)
    {
        var purpose = draft.Purpose.Trim();
        var fields = draft.Fields.Select(f => Enum.TryParse<ShareField>(f, out var field) && Enum.IsDefined(field) ? field : (ShareField?)null).ToList();
        if (!DirectorateId.TryParse(draft.Taker, out var taker) || taker == giver || DirectorateSql.Find(connection, taker) is null
            || !Enum.TryParse<ShareMode>(draft.Mode, out var mode) || !Enum.IsDefined(mode) || fields.Contains(null)
            || purpose.Length is 0 or > MaxPurpose || purpose.Any(char.IsControl) || draft.Days is < 1 or > MaxDays)
            return null;
        var now = _time.GetUtcNow();
        return new()
        {
            Id = AgreementId.Mint(_time),
            Giver = giver,
            Taker = taker,
            Mode = mode,
            Fields = [.. fields.OfType<ShareField>().Distinct().Order()],
            Purpose = purpose,
            FromAt = now,
            UntilAt = now.AddDays(draft.Days),
            OfferedBy = "",
            OfferedAt = now,
        };
    }

    private async Task<AgreementResult> StepAsync(Actor actor, Func<DbConnection, Scope, AgreementResult> work, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.MakeAgreements, cancellation) is not { } scope)
            return new AgreementResult.NotAllowed();
        try
        {
            // What is shared changes what whole screens show: they read anew.
            return await _announcer.WriteAsync(
                connection => (work(connection, scope), (IReadOnlyCollection<LiveHint>)[new(LiveKind.List, "agreements")]), cancellation);
        }
        catch (DbException)
        {
            return new AgreementResult.AuditUnavailable();
        }
    }

    private static string Subject(AgreementId id) => $"agreement/{id}";
}
