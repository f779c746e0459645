using Bawaba.Contracts.City;
using Bawaba.Gate.Cameras;

namespace Bawaba.Gate;

/// <summary>What one gate needs to run.</summary>
public sealed record GateHostOptions
{
    public required GateSettings Settings { get; init; }

    /// <summary>A folder of this gate's own.</summary>
    public required string DataFolder { get; init; }

    /// <summary>What waits for the center takes no more of the disk than this.</summary>
    public long OutboxBytes { get; init; } = 8L << 30;

    /// <summary>At least 32 secret random bytes this machine gives at its start (out of its TPM, say): the kept list opens with them too. Null: none.</summary>
    public byte[]? ListSecret { get; init; }

    /// <summary>gate.json, which a technician may change; null: nobody may here.</summary>
    public string? GatePath { get; init; }

    /// <summary>cameras.secret.json, with <see cref="GatePath"/>.</summary>
    public string? CameraSecretsPath { get; init; }

    /// <summary>By camera id.</summary>
    public IReadOnlyDictionary<string, CameraCredentials> Credentials { get; init; } =
        new Dictionary<string, CameraCredentials>(StringComparer.Ordinal);
}
