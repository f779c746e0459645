namespace Bawaba.Center.Enrolment;

/// <summary>The outcome of asking for an enrolment code. Closed.</summary>
public abstract record CodeResult
{
    private CodeResult()
    {
    }

    /// <param name="Code">Shown once; the center keeps its hash.</param>
    /// <param name="ExpiresAt">First instant at which it no longer works.</param>
    public sealed record Issued(string Code, DateTimeOffset ExpiresAt) : CodeResult;

    public sealed record NotAllowed : CodeResult;

    /// <summary>No such gate, or it is retired.</summary>
    public sealed record GateUnknown : CodeResult;

    public sealed record AuditUnavailable : CodeResult;
}
