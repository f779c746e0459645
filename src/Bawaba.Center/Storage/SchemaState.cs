namespace Bawaba.Center.Storage;

/// <summary>How far a store's schema is; each step by its name, NNN_name.sql, in the order of their numbers.</summary>
public sealed record SchemaState
{
    public required IReadOnlyList<string> Applied { get; init; }

    /// <summary>Steps of this program that the store does not have yet.</summary>
    public required IReadOnlyList<string> Pending { get; init; }

    /// <summary>Steps of a newer program: this one does not touch such a store.</summary>
    public required IReadOnlyList<string> Unknown { get; init; }
}
