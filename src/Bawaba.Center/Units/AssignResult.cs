namespace Bawaba.Center.Units;

/// <summary>What became of sending or releasing a unit, within the caller's transaction. Closed.</summary>
internal abstract record AssignResult
{
    private AssignResult()
    {
    }

    /// <summary>Written. Whoever commits announces <see cref="UnitChanges.HintOf"/> of the unit.</summary>
    internal sealed record Done(Unit Unit, Assignment Assignment) : AssignResult;

    /// <summary>Off duty, out of service, or on another task: nothing was written and nobody was told.</summary>
    internal sealed record NotFree(Unit Unit) : AssignResult;

    /// <summary>No such unit or open assignment within the scope.</summary>
    internal sealed record NotFound : AssignResult;
}
