namespace Bawaba.Center.Approvals;

/// <summary>A browser's new passkey, base64url as browsers encode it.</summary>
internal sealed record PasskeyBody
{
    public required string Id { get; init; }

    public required string Label { get; init; }

    public required string Attestation { get; init; }

    public required string ClientData { get; init; }
}
