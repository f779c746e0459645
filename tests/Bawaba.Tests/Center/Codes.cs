// Six digits of a second factor, as a person's authenticator program would show them. A code works once: each call gives
// another step, within the half minute around now.
using System.Collections.Concurrent;
using OtpNet;

namespace Bawaba.Tests.Center;

internal static class Codes
{
    private const int StepSeconds = 30;
    private static readonly ConcurrentDictionary<string, long> Used = new(StringComparer.Ordinal);

    /// <summary>A code that was not given out before. Waits where the two that count now and half a minute on were.</summary>
    internal static async Task<string> NextAsync(string secret, TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        while (true)
        {
            var now = time.GetUtcNow().ToUnixTimeSeconds() / StepSeconds;
            // Not the step before: it would be too old where the clock turns on the way.
            var step = Used.AddOrUpdate(secret, now, (_, last) => Math.Max(last + 1, now));
            if (step <= now + 1)
                return new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(DateTimeOffset.FromUnixTimeSeconds(step * StepSeconds).UtcDateTime);
            Used[secret] = now + 1;
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        }
    }
}
