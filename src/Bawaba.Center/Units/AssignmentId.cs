namespace Bawaba.Center.Units;

/// <summary>Names one assignment of one unit to one task: a UUIDv7.</summary>
public readonly record struct AssignmentId(Guid Value)
{
    public static AssignmentId Mint(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public static AssignmentId Parse(string text) => new(Guid.Parse(text));

    public static bool TryParse(string? text, out AssignmentId id)
    {
        var valid = Guid.TryParse(text, out var value);
        id = new(value);
        return valid;
    }

    public override string ToString() => Value.ToString("N");
}
