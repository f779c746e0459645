// Whether somebody is shown a form that is still empty, or a page that puts together what several desks give. Called by such pages before
// anything is shown. Promises: what a desk's own verb promises of a refusal: the store is asked, and the log has who tried.
namespace Bawaba.Center.Operators;

/// <summary>Asked by pages that no one desk's verb stands behind.</summary>
public sealed class FormDesk
{
    private readonly SessionGuard _guard;

    internal FormDesk(SessionGuard guard) => _guard = guard;

    /// <summary>Whether the actor may be shown what needs this permission; a refusal is written into the log.</summary>
    public Task<bool> MayAsync(Actor actor, Permission permission, CancellationToken cancellation) => _guard.AllowsAsync(actor, permission, cancellation);
}
