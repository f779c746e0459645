using Bawaba.Center.Operators;

namespace Bawaba.Center.Mandates;

/// <summary>Reading the book of activation orders. Needs <see cref="Permission.SeeMandates"/>.</summary>
public sealed class ActivationDesk
{
    public Task<Reading<MandateList>> ListAsync(Actor actor, CancellationToken cancellation) => throw new NotImplementedException();
}
