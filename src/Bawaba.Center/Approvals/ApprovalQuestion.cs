namespace Bawaba.Center.Approvals;

/// <summary>What a browser needs to have a passkey approve something.</summary>
/// <param name="Id">Comes back with the answer.</param>
/// <param name="Challenge">The hash of what is approved, 32 bytes, base64url.</param>
/// <param name="Host">Whom the passkey is for.</param>
/// <param name="Credentials">The person's passkeys that count, base64url.</param>
/// <param name="Documents">How many documents the sheet holds.</param>
public sealed record ApprovalQuestion(string Id, string Challenge, string Host, IReadOnlyList<string> Credentials, int Documents);
