namespace Bawaba.Contracts.Approvals;

/// <summary>
/// What one person approved at one time: hashes of documents, signed by that person's passkey. A document is approved when its
/// hash stands in a sheet that checks. How hashes and challenge are made: <c>Bawaba.Proof.Approvals</c>.
/// </summary>
public sealed record ApprovalSheet
{
    /// <summary>No sheet is longer: a whole list of a gate, and no more.</summary>
    public const int MaxLeaves = GateOrders.MaxEntries;

    /// <summary>UUIDv7, 32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of documents: <c>entry</c>, <c>order</c>, <c>key-ring</c> or <c>list</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Whose passkey signed: an account's id, no name.</summary>
    public required string Approver { get; init; }

    /// <summary>When the center asked for it (UTC); the passkey signed this instant too. Caps count from here.</summary>
    public required DateTimeOffset ApprovedAt { get; init; }

    /// <summary>SHA-256 of each document, 32 bytes one behind the other, base64.</summary>
    public required string Leaves { get; init; }

    /// <summary>The passkey's id, base64url.</summary>
    public required string Credential { get; init; }

    /// <summary>Base64, as the authenticator gave it.</summary>
    public required string AuthenticatorData { get; init; }

    /// <summary>Base64, as the browser gave it.</summary>
    public required string ClientData { get; init; }

    /// <summary>ES256, DER, base64.</summary>
    public required string Signature { get; init; }
}
