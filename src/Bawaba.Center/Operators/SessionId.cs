namespace Bawaba.Center.Operators;

/// <summary>Names one session in lists and in the audit log. It is not the secret: the cookie holds that.</summary>
public readonly record struct SessionId(Guid Value)
{
    public static SessionId Mint(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public static SessionId Parse(string text) => new(Guid.Parse(text));

    public static bool TryParse(string? text, out SessionId id)
    {
        var valid = Guid.TryParse(text, out var value);
        id = new(value);
        return valid;
    }

    public override string ToString() => Value.ToString("N");
}
