// The second factor of a trial's person: six digits of now.
using OtpNet;

namespace Bawaba.Benchmarks;

internal static class SignInCode
{
    internal static string? Of(string? secret) => secret is null ? null : new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp();
}
