namespace Bawaba.Center.Approvals;

/// <summary>A browser's answer: the passkey's signature, base64url as browsers encode it.</summary>
public sealed record ApprovalAnswer
{
    public required string Id { get; init; }

    public required string Credential { get; init; }

    public required string AuthenticatorData { get; init; }

    public required string ClientData { get; init; }

    public required string Signature { get; init; }
}
