using System.Text.Json.Serialization;

namespace Bawaba.Simulator.Stage.Films;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StageSettings))]
[JsonSerializable(typeof(StagePassage))]
internal sealed partial class StageJson : JsonSerializerContext;
