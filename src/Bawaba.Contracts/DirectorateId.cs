// A directorate's name, given once when it is made; it never changes and is never used again.
using System.Text.Json.Serialization;

namespace Bawaba.Contracts;

/// <summary>Names one directorate of the room. 1 to 48 of a-z, 0-9 and '-'.</summary>
[JsonConverter(typeof(SlugJsonConverter<DirectorateId>))]
public readonly record struct DirectorateId : ISlugId<DirectorateId>
{
    private DirectorateId(string value) => Value = value;

    /// <summary>The text as it stands in URLs, files and logs.</summary>
    public string Value => field ?? "";

    public static DirectorateId Parse(string text) => new(Slug.Require(text, "directorate id"));

    public static bool TryParse(string? text, out DirectorateId id)
    {
        var valid = Slug.IsValid(text);
        id = valid ? new(text!) : default;
        return valid;
    }

    public override string ToString() => Value;
}
