// A place's name on the schematic of roads. Gates are places too: the ids of both share one space, which CityValidation holds.
using System.Text.Json.Serialization;

namespace Bawaba.Contracts;

/// <summary>Names one place that roads join, or a gate. 1 to 48 of a-z, 0-9 and '-'.</summary>
[JsonConverter(typeof(SlugJsonConverter<PlaceId>))]
public readonly record struct PlaceId : ISlugId<PlaceId>
{
    private PlaceId(string value) => Value = value;

    /// <summary>The text as it stands in URLs, files and logs.</summary>
    public string Value => field ?? "";

    public static PlaceId Parse(string text) => new(Slug.Require(text, "place id"));

    /// <summary>A gate as a place.</summary>
    public static PlaceId Of(GateId gate) => new(gate.Value);

    public static bool TryParse(string? text, out PlaceId id)
    {
        var valid = Slug.IsValid(text);
        id = valid ? new(text!) : default;
        return valid;
    }

    public override string ToString() => Value;
}
