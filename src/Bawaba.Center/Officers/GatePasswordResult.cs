namespace Bawaba.Center.Officers;

/// <summary>The outcome of setting one's password for a gate. Closed.</summary>
public abstract record GatePasswordResult
{
    private GatePasswordResult()
    {
    }

    public sealed record Done : GatePasswordResult;

    /// <summary>The role does not allow it, or the person is not posted there.</summary>
    public sealed record NotAllowed : GatePasswordResult;

    /// <summary>12 to 200 characters are wanted.</summary>
    public sealed record Unfit : GatePasswordResult;

    /// <summary>It is the room's: a stolen gate must not open the room.</summary>
    public sealed record SameAsRoom : GatePasswordResult;

    public sealed record AuditUnavailable : GatePasswordResult;
}
