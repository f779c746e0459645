using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bawaba.Contracts;

/// <summary>Writes an id as a JSON string and refuses one that is not well formed.</summary>
public sealed class SlugJsonConverter<TId> : JsonConverter<TId>
    where TId : struct, ISlugId<TId>
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TId.TryParse(reader.GetString(), out var id)
            ? id
            : throw new JsonException($"not a {typeof(TId).Name}: 1 to 48 of a-z, 0-9 and '-'");

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
