// A lane's name within its gate.
using System.Text.Json.Serialization;

namespace Bawaba.Contracts;

/// <summary>Names one lane; unique within its gate. 1 to 48 of a-z, 0-9 and '-'.</summary>
[JsonConverter(typeof(SlugJsonConverter<LaneId>))]
public readonly record struct LaneId : ISlugId<LaneId>
{
    private LaneId(string value) => Value = value;

    /// <summary>The text as it stands in URLs, files and logs.</summary>
    public string Value => field ?? "";

    public static LaneId Parse(string text) => new(Slug.Require(text, "lane id"));

    public static bool TryParse(string? text, out LaneId id)
    {
        var valid = Slug.IsValid(text);
        id = valid ? new(text!) : default;
        return valid;
    }

    public override string ToString() => Value;
}
