namespace Bawaba.Center.Incidents;

/// <summary>A file that was put to an incident: a JPEG, PNG or PDF of at most 5 MB.</summary>
public sealed record IncidentAttachment
{
    public required Guid Id { get; init; }

    /// <summary>As the person's machine called it, at most 80 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Told from its first bytes.</summary>
    public required string MediaType { get; init; }

    public required long Bytes { get; init; }

    public required string AddedBy { get; init; }

    public required DateTimeOffset AddedAt { get; init; }
}
