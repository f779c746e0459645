namespace Bawaba.Center.Intake;

/// <summary>The outcome of asking for a gate's list as a file. Closed.</summary>
public abstract record CarriedListResult
{
    private CarriedListResult()
    {
    }

    /// <param name="File">Sealed; opens at that gate alone.</param>
    public sealed record Made(byte[] File) : CarriedListResult;

    /// <summary>The gate has no computer to which the list was released.</summary>
    public sealed record NotReleased : CarriedListResult;

    public sealed record NotAllowed : CarriedListResult;

    public sealed record AuditUnavailable : CarriedListResult;
}
