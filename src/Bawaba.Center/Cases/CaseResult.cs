namespace Bawaba.Center.Cases;

/// <summary>The outcome of a step with a case. Closed.</summary>
public abstract record CaseResult
{
    private CaseResult()
    {
    }

    public sealed record Done(CaseFile Case) : CaseResult;

    /// <summary>The outside number is not one line of 1 to 60 characters.</summary>
    public sealed record Unfit : CaseResult;

    public sealed record NotAllowed : CaseResult;

    /// <summary>No such case, or it is closed.</summary>
    public sealed record NotFound : CaseResult;

    public sealed record AuditUnavailable : CaseResult;
}
