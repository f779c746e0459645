// A camera's name; it travels with every passage the camera saw.
using System.Text.Json.Serialization;

namespace Bawaba.Contracts;

/// <summary>Names one camera; unique in the whole system. 1 to 48 of a-z, 0-9 and '-'.</summary>
[JsonConverter(typeof(SlugJsonConverter<CameraId>))]
public readonly record struct CameraId : ISlugId<CameraId>
{
    private CameraId(string value) => Value = value;

    /// <summary>The text as it stands in URLs, files and logs.</summary>
    public string Value => field ?? "";

    public static CameraId Parse(string text) => new(Slug.Require(text, "camera id"));

    public static bool TryParse(string? text, out CameraId id)
    {
        var valid = Slug.IsValid(text);
        id = valid ? new(text!) : default;
        return valid;
    }

    public override string ToString() => Value;
}
