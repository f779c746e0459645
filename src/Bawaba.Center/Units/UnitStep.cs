namespace Bawaba.Center.Units;

/// <summary>What a transition came to. Closed.</summary>
internal abstract record UnitStep
{
    private UnitStep()
    {
    }

    /// <summary>The unit afterwards; and the assignment that changed with it, which may be over.</summary>
    internal sealed record Taken(Unit Unit, Assignment? Changed = null) : UnitStep;

    /// <summary>It does not follow from what the unit is doing.</summary>
    internal sealed record OutOfOrder : UnitStep;
}
