using System.Security.Cryptography;
using System.Text;

namespace Bawaba.Proof.Passkeys;

/// <summary>Whom passkeys are made for: a host name and the addresses its pages are served from (Web Authentication Level 3, 5.1).</summary>
public sealed record RelyingParty
{
    /// <summary>The host name alone: <c>room.example</c>, or <c>localhost</c>. An address is none.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// Where pages may come from: scheme, host and port, as browsers write an origin. Empty: not looked at, as at gates, which know the
    /// host alone; a browser lets no page of another host use the passkey.
    /// </summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    internal byte[] IdHash() => SHA256.HashData(Encoding.UTF8.GetBytes(Id));
}
