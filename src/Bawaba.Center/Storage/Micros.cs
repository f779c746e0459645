namespace Bawaba.Center.Storage;

/// <summary>Instants as the store keeps them: microseconds since 1970, UTC.</summary>
internal static class Micros
{
    internal const long PerMinute = 60_000_000;

    internal static long Of(DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    internal static DateTimeOffset ToInstant(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);
}
