namespace Bawaba.Center.Operators;

/// <summary>The outcome of using an invitation. Closed; everything but <see cref="Accepted"/> leaves the link usable or dead as it was.</summary>
public abstract record AcceptResult
{
    private AcceptResult()
    {
    }

    public sealed record Accepted(Account Account) : AcceptResult;

    /// <summary>Unknown, used or older than 24 h.</summary>
    public sealed record LinkInvalid : AcceptResult;

    /// <summary>12 to 200 characters are wanted.</summary>
    public sealed record PasswordUnfit : AcceptResult;

    public sealed record NameInvalid : AcceptResult;

    public sealed record NameTaken : AcceptResult;

    public sealed record AuditUnavailable : AcceptResult;
}
