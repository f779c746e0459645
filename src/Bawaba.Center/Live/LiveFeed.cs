namespace Bawaba.Center.Live;

/// <summary>Fans changes out to screens, in process: coalesced at 4 Hz, the first after a quiet moment at once.</summary>
public sealed class LiveFeed
{
    /// <summary>The number of the newest change sent.</summary>
    public long Seq => throw new NotImplementedException();

    /// <summary>Says that something changed; never blocks. Call it after the commit.</summary>
    public void Announce(LiveKind kind, string subject, long version = 0, string state = "") => throw new NotImplementedException();

    /// <summary>Changes from now on. Dispose it to leave.</summary>
    public LiveSubscription Subscribe() => throw new NotImplementedException();
}
