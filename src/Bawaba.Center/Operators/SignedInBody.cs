namespace Bawaba.Center.Operators;

/// <summary>What signing in over HTTP gives, beside the cookie.</summary>
internal sealed record SignedInBody(DateTimeOffset ExpiresAt);
