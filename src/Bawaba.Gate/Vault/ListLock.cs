using System.Text.Json.Serialization;

namespace Bawaba.Gate.Vault;

/// <summary>What lies beside the sealed list in clear: which keys open it, never a key itself.</summary>
internal sealed record ListLock
{
    public const int CurrentFormat = 1;

    public required int Format { get; init; }

    public required IReadOnlyList<LockWay> Ways { get; init; }

    /// <summary>The center's key, sealed under the list's: what a list carried here by hand opens with. Base64.</summary>
    public required string CenterKey { get; init; }

    internal LockWay? Way(string kind) => Ways.FirstOrDefault(w => string.Equals(w.Kind, kind, StringComparison.Ordinal));

    internal ListLock With(LockWay way) => this with { Ways = [.. Ways.Where(w => !string.Equals(w.Kind, way.Kind, StringComparison.Ordinal)), way] };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true)]
[JsonSerializable(typeof(ListLock))]
internal sealed partial class LockJson : JsonSerializerContext;
