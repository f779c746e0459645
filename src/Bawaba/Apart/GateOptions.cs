namespace Bawaba.Apart;

/// <summary>What `bawaba gate` was asked.</summary>
internal sealed record GateOptions
{
    /// <summary>https://host:port of the center's door for gates.</summary>
    public required Uri Center { get; init; }

    public required string DataFolder { get; init; }

    /// <summary>A file with the enrolment code; null: the person at the keyboard is asked.</summary>
    public string? CodePath { get; init; }

    /// <summary>What waits for the center takes no more of the disk than this.</summary>
    public required long OutboxBytes { get; init; }

    /// <summary>A file with the secret this machine opens its kept list with; null: a systemd credential, or none.</summary>
    public string? ListKeyPath { get; init; }

    /// <summary>Where figures are sent; null: nowhere.</summary>
    public string? Metrics { get; init; }

    /// <summary>https://host:port of the officer's page.</summary>
    public required Uri Page { get; init; }

    public string PageCertificatesFolder => Path.Combine(DataFolder, "page-tls");

    public string IdentityFolder => Path.Combine(DataFolder, "identity");

    public string GatePath => Path.Combine(DataFolder, "gate.json");

    public string CameraSecretsPath => Path.Combine(DataFolder, "cameras.secret.json");

    public string WorkFolder => Path.Combine(DataFolder, "gate");

    /// <summary>Null, or why the address cannot be a center's.</summary>
    internal static string? FaultOf(string center) =>
        Uri.TryCreate(center, UriKind.Absolute, out var uri) && uri.Scheme == "https" && uri.PathAndQuery == "/" && uri.UserInfo.Length == 0
            ? null
            : $"--center '{center}' is not of the form https://host:port";
}
