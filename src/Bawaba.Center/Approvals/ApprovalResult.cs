namespace Bawaba.Center.Approvals;

/// <summary>The outcome of asking for an approval, or of giving one. Closed.</summary>
public abstract record ApprovalResult
{
    private ApprovalResult()
    {
    }

    /// <summary>The person's passkey is to be asked.</summary>
    public sealed record Asked(ApprovalQuestion Question) : ApprovalResult;

    /// <summary>It is approved; so many documents are in force.</summary>
    public sealed record Approved(int Documents) : ApprovalResult;

    /// <summary>The role does not allow it, or the session has ended.</summary>
    public sealed record NotAllowed : ApprovalResult;

    /// <summary>What is to be approved is not there, or not waiting for it any more; or the answer came after five minutes.</summary>
    public sealed record Gone : ApprovalResult;

    /// <summary>A rule stands against it: the reason as a coded word.</summary>
    public sealed record Refused(string Why) : ApprovalResult;

    public sealed record AuditUnavailable : ApprovalResult;
}
