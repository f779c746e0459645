// Six digits of a second factor, as a person's authenticator program would show them. A code works once: each call gives
// another step, within the half minute around now.
using System.Collections.Concurrent;
using OtpNet;

namespace Bawaba.Tests.Center;

internal static class Codes
{
    private const int StepSeconds = 30;
    private static readonly ConcurrentDictionary<string, long> Used = new(StringComparer.Ordinal);

    /// <summary>A code that was not given out before. Waits where the three that count now were.</summary>
    internal static async Task<string> NextAsync(string secret, TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        while (true)
        {
            var now = time.GetUtcNow().ToUnixTimeSeconds() / StepSeconds;
            var step = Used.AddOrUpdate(secret, now - 1, (_, last) => Math.Max(last + 1, now - 1));
            if (step <= now + 1)
                return new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(DateTimeOffset.FromUnixTimeSeconds(step * StepSeconds).UtcDateTime);
            Used[secret] = now + 1;
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        }
    }
}
