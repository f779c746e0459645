namespace Bawaba.Center.Incidents;

/// <summary>An incident as a form asks for it, unread.</summary>
public sealed record IncidentDraft
{
    /// <summary>The form's own id, a UUID: sent twice, it opens one incident.</summary>
    public required string Request { get; init; }

    public required string Type { get; init; }

    /// <summary>A word of <see cref="IncidentPriority"/>; empty: the type's.</summary>
    public string Priority { get; init; } = "";

    public string Summary { get; init; } = "";

    /// <summary>A gate's id; empty where the place is said in words.</summary>
    public string Gate { get; init; } = "";

    public string Place { get; init; } = "";

    /// <summary>Degrees with a point; Arabic digits are read too. Empty with <see cref="Longitude"/>.</summary>
    public string Latitude { get; init; } = "";

    public string Longitude { get; init; } = "";

    /// <summary>A confirmed alert it is about; empty: none.</summary>
    public string Alert { get; init; } = "";

    /// <summary>A call it is about, by its number; empty: none.</summary>
    public string Call { get; init; } = "";
}
