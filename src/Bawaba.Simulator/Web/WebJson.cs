using System.Text.Json.Serialization;

namespace Bawaba.Simulator.Web;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(FaultOrder))]
[JsonSerializable(typeof(FaultList))]
internal sealed partial class WebJson : JsonSerializerContext;
