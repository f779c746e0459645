// JSON of what crosses a process boundary, generated at build time: no reflection, no surprise.
using System.Text.Json.Serialization;

namespace Bawaba.Contracts;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PassageCount))]
[JsonSerializable(typeof(Hit))]
[JsonSerializable(typeof(GateOrders))]
[JsonSerializable(typeof(GateReport))]
public sealed partial class ContractsJson : JsonSerializerContext;
