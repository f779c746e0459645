using Bawaba.Proof.Sealing;

namespace Bawaba.Gate.Vault;

/// <summary>One of the keys that open the list's key.</summary>
internal sealed record LockWay
{
    /// <summary>The center gives its key with the orders.</summary>
    internal const string Center = "center";

    /// <summary>A person types it.</summary>
    internal const string Passphrase = "passphrase";

    /// <summary>This machine gives it at the start, out of its TPM or from wherever it was told to.</summary>
    internal const string Machine = "machine";

    public required string Kind { get; init; }

    /// <summary>The list's key, sealed under this way's key; base64.</summary>
    public required string Box { get; init; }

    /// <summary>Of a passphrase: base64.</summary>
    public string? Salt { get; init; }

    /// <summary>Of a passphrase.</summary>
    public PassphraseCost? Cost { get; init; }
}
