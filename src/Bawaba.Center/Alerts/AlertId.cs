namespace Bawaba.Center.Alerts;

/// <summary>Names one alert: a UUIDv7.</summary>
public readonly record struct AlertId(Guid Value)
{
    public static AlertId Mint(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public static AlertId Parse(string text) => new(Guid.Parse(text));

    public static bool TryParse(string? text, out AlertId id)
    {
        var valid = Guid.TryParse(text, out var value);
        id = new(value);
        return valid;
    }

    public override string ToString() => Value.ToString("N");
}
