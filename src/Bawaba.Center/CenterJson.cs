// JSON of the center's endpoints, generated at build time. What is not named here cannot go over the wire.
using System.Text.Json.Serialization;
using Bawaba.Center.Gates;
using Bawaba.Center.Operators;

namespace Bawaba.Center;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SignInBody))]
[JsonSerializable(typeof(SignedInBody))]
[JsonSerializable(typeof(SessionBody))]
[JsonSerializable(typeof(GateBody))]
[JsonSerializable(typeof(GatesBody))]
[JsonSerializable(typeof(SourcesBody))]
internal sealed partial class CenterJson : JsonSerializerContext;
