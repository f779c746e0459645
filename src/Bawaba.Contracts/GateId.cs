// A gate's name, given once when the gate is registered; it never changes and is never used again.
using System.Text.Json.Serialization;

namespace Bawaba.Contracts;

/// <summary>Names one gate. 1 to 48 of a-z, 0-9 and '-'.</summary>
[JsonConverter(typeof(SlugJsonConverter<GateId>))]
public readonly record struct GateId : ISlugId<GateId>
{
    private GateId(string value) => Value = value;

    /// <summary>The text as it stands in URLs, files and logs.</summary>
    public string Value => field ?? "";

    public static GateId Parse(string text) => new(Slug.Require(text, "gate id"));

    public static bool TryParse(string? text, out GateId id)
    {
        var valid = Slug.IsValid(text);
        id = valid ? new(text!) : default;
        return valid;
    }

    public override string ToString() => Value;
}
