using Bawaba.Simulator.Faults;

namespace Bawaba.Simulator.Cameras;

/// <summary>The film a camera shows now: its own, or that changed by the faults of the picture that are on.</summary>
internal sealed class FilmChoice(Film own, FaultSwitch faults)
{
    private int _version;

    /// <summary>Grows when another film is to be shown.</summary>
    internal int Version => Volatile.Read(ref _version);

    internal Film Film => ChangedFilm.Of(own, faults.On);

    internal void Renew() => Interlocked.Increment(ref _version);
}
