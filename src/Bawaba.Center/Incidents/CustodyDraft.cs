namespace Bawaba.Center.Incidents;

/// <summary>An entry of the custody register as a form asks for it, unread. All but document and instrument must be said.</summary>
public sealed record CustodyDraft
{
    /// <summary>Identity as established, or a description.</summary>
    public string Person { get; init; } = "";

    /// <summary>The paper identity was established by.</summary>
    public string Document { get; init; } = "";

    /// <summary>An instant; empty: now.</summary>
    public string TakenAt { get; init; } = "";

    public string TakenWhere { get; init; } = "";

    /// <summary>Authority that ordered it.</summary>
    public string OrderedBy { get; init; } = "";

    /// <summary>Authority and people that carried it out.</summary>
    public string CarriedOutBy { get; init; } = "";

    /// <summary>A word of <see cref="CustodyGrounds"/>.</summary>
    public string Grounds { get; init; } = "";

    /// <summary>Number of the warrant or order; a verdict's comes from its entry.</summary>
    public string Instrument { get; init; } = "";

    /// <summary>The confirmed alert of the incident, where the grounds are a verdict.</summary>
    public string Alert { get; init; } = "";

    public string CustodyPlace { get; init; } = "";

    public string Health { get; init; } = "";
}
