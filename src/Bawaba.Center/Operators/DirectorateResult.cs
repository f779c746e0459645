namespace Bawaba.Center.Operators;

/// <summary>The outcome of making a directorate. Closed.</summary>
public abstract record DirectorateResult
{
    private DirectorateResult()
    {
    }

    public sealed record Made(Directorate Directorate) : DirectorateResult;

    /// <summary>The id is no slug, a name is missing or too long, or there are as many as a room has.</summary>
    public sealed record Unfit : DirectorateResult;

    /// <summary>An id is given once, ever.</summary>
    public sealed record Taken : DirectorateResult;

    /// <summary>The role does not allow it, the session has ended, or the person is of a directorate themselves.</summary>
    public sealed record NotAllowed : DirectorateResult;

    public sealed record AuditUnavailable : DirectorateResult;
}
