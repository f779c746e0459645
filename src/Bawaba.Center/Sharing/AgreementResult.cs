namespace Bawaba.Center.Sharing;

/// <summary>The outcome of a step with an agreement. Closed.</summary>
public abstract record AgreementResult
{
    private AgreementResult()
    {
    }

    public sealed record Done(Agreement Agreement) : AgreementResult;

    /// <summary>No such directorate, one's own, no purpose, or a time out of its limits.</summary>
    public sealed record Unfit : AgreementResult;

    public sealed record NotAllowed : AgreementResult;

    /// <summary>No such agreement of the actor's directorate, or not in a state for this step.</summary>
    public sealed record NotFound : AgreementResult;

    public sealed record AuditUnavailable : AgreementResult;
}
