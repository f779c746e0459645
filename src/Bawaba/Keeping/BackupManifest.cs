using System.Text.Json.Serialization;

namespace Bawaba.Keeping;

/// <summary>The first file of a backup: what it is and what it must hold.</summary>
internal sealed record BackupManifest
{
    internal const string Name = "backup.json";
    internal const int CurrentFormat = 1;

    public required int Format { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Path to SHA-256, hexadecimal.</summary>
    public required Dictionary<string, string> Files { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupJson : JsonSerializerContext;
