namespace Bawaba.Center.Watchlists;

/// <summary>The hash a stored document is known by.</summary>
internal sealed record DocumentBody(string Hash);
