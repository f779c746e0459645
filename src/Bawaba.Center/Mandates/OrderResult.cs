using Bawaba.Center.Sources;

namespace Bawaba.Center.Mandates;

/// <summary>The outcome of a step with activation orders. Closed.</summary>
public abstract record OrderResult
{
    private OrderResult()
    {
    }

    /// <summary>The order as it is now.</summary>
    public sealed record Done(ActivationOrder Order) : OrderResult;

    /// <summary>Nothing was kept; everything that is wrong.</summary>
    public sealed record Faulty(IReadOnlyList<DraftFault> Faults) : OrderResult;

    /// <summary>The role does not allow it, or the session has ended.</summary>
    public sealed record NotAllowed : OrderResult;

    public sealed record NotFound : OrderResult;

    /// <summary>Somebody else was faster, or the order does not stand where this step begins.</summary>
    public sealed record Stale : OrderResult;

    public sealed record AuditUnavailable : OrderResult;
}
