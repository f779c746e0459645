// Remembers for seconds which plates have just passed a camera, so that a track that broke behind a pole is not a second
// passage. In memory only, at most three minutes and a few hundred plates (02-law: a non-hit's plate lives ≤ 3 min).
using Bawaba.Contracts;

namespace Bawaba.Gate.Passages;

internal sealed class RecentPlates
{
    private const int MaxPlates = 256;
    private static readonly TimeSpan SamePassage = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(2);
    private readonly Dictionary<PlateText, DateTimeOffset> _lastSeenAt = [];

    /// <summary>False when the plate's last passage ended so short a time before that this is the same one.</summary>
    internal bool IsNew(PlateText plate, DateTimeOffset firstSeenAt, DateTimeOffset lastSeenAt)
    {
        Forget(lastSeenAt);
        var isNew = !_lastSeenAt.TryGetValue(plate, out var before) || firstSeenAt - before > SamePassage;
        _lastSeenAt[plate] = lastSeenAt;
        return isNew;
    }

    /// <summary>Drops what is too old; called also when nothing passes.</summary>
    internal void Forget(DateTimeOffset now)
    {
        if (_lastSeenAt.Count == 0)
            return;
        foreach (var old in _lastSeenAt.Where(p => now - p.Value > Memory).Select(p => p.Key).ToList())
            _lastSeenAt.Remove(old);
        while (_lastSeenAt.Count >= MaxPlates)
            _lastSeenAt.Remove(_lastSeenAt.MinBy(p => p.Value).Key);
    }
}
