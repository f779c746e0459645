// A mandate's name; its legal instrument number is a separate field.
using System.Text.Json.Serialization;

namespace Bawaba.Contracts;

/// <summary>Names one mandate (an activation or retention order). 1 to 48 of a-z, 0-9 and '-'.</summary>
[JsonConverter(typeof(SlugJsonConverter<MandateId>))]
public readonly record struct MandateId : ISlugId<MandateId>
{
    private MandateId(string value) => Value = value;

    /// <summary>The text as it stands in URLs, files and logs.</summary>
    public string Value => field ?? "";

    public static MandateId Parse(string text) => new(Slug.Require(text, "mandate id"));

    public static bool TryParse(string? text, out MandateId id)
    {
        var valid = Slug.IsValid(text);
        id = valid ? new(text!) : default;
        return valid;
    }

    public override string ToString() => Value;
}
