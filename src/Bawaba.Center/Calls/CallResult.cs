namespace Bawaba.Center.Calls;

/// <summary>The outcome of recording a call. Closed.</summary>
public abstract record CallResult
{
    private CallResult()
    {
    }

    public sealed record Done(CallEntry Call) : CallResult;

    /// <param name="Fields">Which fields are not what they must be.</param>
    public sealed record Unfit(IReadOnlyList<string> Fields) : CallResult;

    /// <summary>Somebody else has marked it since.</summary>
    public sealed record Stale(CallEntry Call) : CallResult;

    public sealed record NotFound : CallResult;

    public sealed record NotAllowed : CallResult;

    public sealed record AuditUnavailable : CallResult;
}
