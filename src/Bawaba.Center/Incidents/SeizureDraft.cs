namespace Bawaba.Center.Incidents;

/// <summary>A seizure as a form asks for it, unread. All but from whom must be said.</summary>
public sealed record SeizureDraft
{
    public string Item { get; init; } = "";

    public string Quantity { get; init; } = "";

    /// <summary>An instant; empty: now.</summary>
    public string TakenAt { get; init; } = "";

    public string TakenWhere { get; init; } = "";

    /// <summary>Who had it.</summary>
    public string TakenFrom { get; init; } = "";

    public string LegalBasis { get; init; } = "";

    /// <summary>Number of the sealed bag; no other seizure has it.</summary>
    public string Bag { get; init; } = "";

    /// <summary>Who took it and holds it.</summary>
    public string Holder { get; init; } = "";
}
