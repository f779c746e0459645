namespace Bawaba.Center.Units;

/// <summary>Names one feed of positions: a UUIDv7, no secret.</summary>
public readonly record struct UnitFeedId(Guid Value)
{
    public static UnitFeedId Mint(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public static UnitFeedId Parse(string text) => new(Guid.Parse(text));

    public static bool TryParse(string? text, out UnitFeedId id)
    {
        var valid = Guid.TryParse(text, out var value);
        id = new(value);
        return valid;
    }

    public override string ToString() => Value.ToString("N");
}
