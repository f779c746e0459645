// A passage's identity: minted once, at the gate, when its track is first told apart from noise.
// It stays the same through every revision; with an entry it is the key that makes an alert unique.
namespace Bawaba.Contracts;

/// <summary>Names one passage: a UUIDv7, so ids sort by the instant they were minted.</summary>
public readonly record struct PassageId(Guid Value)
{
    /// <summary>Mints a new id from the clock that was handed in.</summary>
    public static PassageId Mint(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public static PassageId Parse(string text) => new(Guid.Parse(text));

    public override string ToString() => Value.ToString("N");
}
