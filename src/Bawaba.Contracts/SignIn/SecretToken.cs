// Random secrets that people or browsers carry (cookies, links). Promises: 256 bits, and that the store can keep
// a hash from which the secret cannot be found.
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Bawaba.Contracts.SignIn;

internal static class SecretToken
{
    private const int Bytes = 32;
    private const int MaxLength = 64;

    internal static string Mint() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What the store keeps. An overlong text has a hash too: that of nothing anybody was given.</summary>
    internal static string Hash(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token.Length <= MaxLength ? token : "")));
}
