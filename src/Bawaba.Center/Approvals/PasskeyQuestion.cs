namespace Bawaba.Center.Approvals;

/// <summary>What a browser needs to make a new passkey.</summary>
/// <param name="Id">Comes back with the answer.</param>
/// <param name="Challenge">32 bytes, base64url.</param>
/// <param name="Host">Whom the passkey is for.</param>
/// <param name="User">The account's id, base64url: no name.</param>
/// <param name="UserName">What the authenticator shows its owner.</param>
/// <param name="Known">Ids of passkeys the account has already, base64url: an authenticator makes no second.</param>
public sealed record PasskeyQuestion(string Id, string Challenge, string Host, string User, string UserName, IReadOnlyList<string> Known);
