using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bawaba.Contracts.City;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    WriteIndented = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CitySettings))]
[JsonSerializable(typeof(GateSettings))]
internal sealed partial class CitySettingsJson : JsonSerializerContext;
