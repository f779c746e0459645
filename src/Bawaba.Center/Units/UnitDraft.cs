namespace Bawaba.Center.Units;

/// <summary>A unit as somebody typed it; <see cref="UnitRegister"/> looks at every field.</summary>
public sealed record UnitDraft
{
    /// <summary>Slug; counts at registering alone.</summary>
    public string? Id { get; init; }

    public string? NameAr { get; init; }

    public string? NameEn { get; init; }

    public required UnitKind Kind { get; init; }

    /// <summary>Slug, or empty for common to the room; counts at registering, and of the joint room's people alone.</summary>
    public string? Directorate { get; init; }

    public string? Vehicle { get; init; }

    public int Strength { get; init; }
}
