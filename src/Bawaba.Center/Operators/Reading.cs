namespace Bawaba.Center.Operators;

/// <summary>
/// The outcome of asking a desk for something to read. Closed: <see cref="Granted"/>, <see cref="NotAllowed"/>,
/// <see cref="NotFound"/> or <see cref="AuditUnavailable"/>.
/// </summary>
public abstract record Reading<T>
{
    private Reading()
    {
    }

    /// <summary>Allowed, and written to the audit log first where a plate is in it.</summary>
    public sealed record Granted(T Value) : Reading<T>;

    /// <summary>The role does not allow it, or the session has ended.</summary>
    public sealed record NotAllowed : Reading<T>;

    public sealed record NotFound : Reading<T>;

    /// <summary>The consultation could not be written to the audit log, so nothing is shown.</summary>
    public sealed record AuditUnavailable : Reading<T>;
}
