using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Sources;

namespace Bawaba.Center.Mandates;

/// <summary>Reading the book of activation orders. Needs <see cref="Permission.SeeMandates"/>; audited before it is returned.</summary>
public sealed class ActivationDesk
{
    private readonly MandateBook _book;
    private readonly SourceBoard _sources;
    private readonly SessionGuard _guard;
    private readonly AuditLog _audit;

    internal ActivationDesk(MandateBook book, SourceBoard sources, SessionGuard guard, AuditLog audit)
    {
        _book = book;
        _sources = sources;
        _guard = guard;
        _audit = audit;
    }

    public async Task<Reading<MandateList>> ListAsync(Actor actor, CancellationToken cancellation)
    {
        if (await _guard.ScopeOfAsync(actor, Permission.SeeMandates, cancellation) is not { } scope)
            return new Reading<MandateList>.NotAllowed();
        return await _audit.TryWriteAsync(new(AuditAct.MandatesSeen, actor.ForAudit(), "mandates"), cancellation)
            ? new Reading<MandateList>.Granted(new(_book.Within(scope), scope.IsWhole ? _sources.Find(LoadReport.Mandates) : null))
            : new Reading<MandateList>.AuditUnavailable();
    }
}
