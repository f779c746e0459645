namespace Bawaba.Center.Alerts;

/// <summary>What a transition says: the alert after the step, or why there is none. Closed.</summary>
internal abstract record AlertStep
{
    private AlertStep()
    {
    }

    internal sealed record Taken(Alert Alert) : AlertStep;

    internal sealed record AlreadyClosed : AlertStep;

    internal sealed record OutOfOrder : AlertStep;

    internal sealed record SameAccount : AlertStep;
}
