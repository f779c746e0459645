using System.Text.Json.Serialization;
using Bawaba.Contracts.Approvals;
using Bawaba.Proof.Approvals;

namespace Bawaba.Gate.Approvals;

/// <summary>What ApproverBook keeps on the disk. No plate is in it.</summary>
internal sealed record KnownApprovers
{
    public KeyRing? Ring { get; init; }

    // The generated reader sets what is left out to its type's default, past any initialiser.
    public IReadOnlyList<RemovedEntry> Removed { get => field ?? []; init; }

    /// <summary>For how long passages were or will be kept here, of the retention orders this gate believed.</summary>
    public IReadOnlyList<RetentionSpan> Kept { get => field ?? []; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KnownApprovers))]
internal sealed partial class ApproverJson : JsonSerializerContext;
