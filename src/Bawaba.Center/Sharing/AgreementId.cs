namespace Bawaba.Center.Sharing;

/// <summary>Names one agreement: a UUIDv7.</summary>
public readonly record struct AgreementId(Guid Value)
{
    public static AgreementId Mint(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public static bool TryParse(string? text, out AgreementId id)
    {
        var valid = Guid.TryParse(text, out var value);
        id = new(value);
        return valid;
    }

    public override string ToString() => Value.ToString("N");
}
