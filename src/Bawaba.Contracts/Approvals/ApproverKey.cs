namespace Bawaba.Contracts.Approvals;

/// <summary>A passkey whose approvals count, and what for.</summary>
public sealed record ApproverKey
{
    /// <summary>The passkey's id, base64url.</summary>
    public required string Credential { get; init; }

    /// <summary>Its public key: X and Y on P-256, 64 bytes, base64url.</summary>
    public required string Point { get; init; }

    /// <summary>The account it belongs to.</summary>
    public required string Account { get; init; }

    /// <summary><c>approver</c>: entries and orders. <c>supervisor</c>: urgent entries alone. <c>auditor</c>: changes of this ring alone.</summary>
    public required string Office { get; init; }

    /// <summary>The person's chain of command; an approver is of another one than who asked.</summary>
    public required string Chain { get; init; }
}
