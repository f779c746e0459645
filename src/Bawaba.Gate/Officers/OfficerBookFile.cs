using System.Text.Json.Serialization;
using Bawaba.Contracts.Officers;

namespace Bawaba.Gate.Officers;

/// <summary>The officers' file of a gate's computer (mode 0600).</summary>
internal sealed record OfficerBookFile
{
    /// <summary>When the center last confirmed them (UTC).</summary>
    public required DateTimeOffset HeardAt { get; init; }

    public required IReadOnlyList<GateOfficer> Officers { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OfficerBookFile))]
internal sealed partial class OfficerBookJson : JsonSerializerContext;
