namespace Bawaba.Center.Enrolment;

/// <summary>The outcome of a step on a gate's membership. Closed.</summary>
public abstract record MembershipResult
{
    private MembershipResult()
    {
    }

    public sealed record Done(GateMembership Membership) : MembershipResult;

    public sealed record NotAllowed : MembershipResult;

    /// <summary>Whoever made the gate's code does not also let the list go there.</summary>
    public sealed record SamePerson : MembershipResult;

    /// <summary>The gate has no computer that stands, or the step was taken already.</summary>
    public sealed record NothingToDo : MembershipResult;

    public sealed record AuditUnavailable : MembershipResult;
}
