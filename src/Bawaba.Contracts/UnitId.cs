// A unit's name in the system, given once when it is registered; it never changes and is never used again.
using System.Text.Json.Serialization;

namespace Bawaba.Contracts;

/// <summary>Names one unit (a patrol, a checkpoint, …). 1 to 48 of a-z, 0-9 and '-'.</summary>
[JsonConverter(typeof(SlugJsonConverter<UnitId>))]
public readonly record struct UnitId : ISlugId<UnitId>
{
    private UnitId(string value) => Value = value;

    /// <summary>The text as it stands in URLs, topics and logs.</summary>
    public string Value => field ?? "";

    public static UnitId Parse(string text) => new(Slug.Require(text, "unit id"));

    public static bool TryParse(string? text, out UnitId id)
    {
        var valid = Slug.IsValid(text);
        id = valid ? new(text!) : default;
        return valid;
    }

    public override string ToString() => Value;
}
