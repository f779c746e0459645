// A watch-list entry's name, given by the register it came from.
using System.Text.Json.Serialization;

namespace Bawaba.Contracts;

/// <summary>Names one watch-list entry. 1 to 48 of a-z, 0-9 and '-'.</summary>
[JsonConverter(typeof(SlugJsonConverter<EntryId>))]
public readonly record struct EntryId : ISlugId<EntryId>
{
    private EntryId(string value) => Value = value;

    /// <summary>The text as it stands in URLs, files and logs.</summary>
    public string Value => field ?? "";

    public static EntryId Parse(string text) => new(Slug.Require(text, "entry id"));

    public static bool TryParse(string? text, out EntryId id)
    {
        var valid = Slug.IsValid(text);
        id = valid ? new(text!) : default;
        return valid;
    }

    public override string ToString() => Value;
}
