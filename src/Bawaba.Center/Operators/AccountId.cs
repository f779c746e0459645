namespace Bawaba.Center.Operators;

/// <summary>Names one account: a UUIDv7.</summary>
public readonly record struct AccountId(Guid Value)
{
    public static AccountId Mint(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public static AccountId Parse(string text) => new(Guid.Parse(text));

    public static bool TryParse(string? text, out AccountId id)
    {
        var valid = Guid.TryParse(text, out var value);
        id = new(value);
        return valid;
    }

    public override string ToString() => Value.ToString("N");
}
