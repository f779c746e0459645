// Remembers for a short while what was shown to whom, so that a screen that reloads four times a second does not
// fill the audit log with one fact. Used by desks before they write a consultation. Promises: whatever was not
// written for this session within the window counts as new; only what was written is remembered.
using System.Collections.Concurrent;

namespace Bawaba.Center.Audit;

internal sealed class Disclosures(TimeProvider time)
{
    // At most this much memory; emptied when full, which only means more rows in the log.
    private const int MaxKept = 50_000;
    private readonly ConcurrentDictionary<(string Session, AuditAct Act, string Subject), DateTimeOffset> _shown = new();

    /// <summary>Those of the subjects that were not written for this session within the window.</summary>
    internal IReadOnlyList<string> New(string session, AuditAct act, IEnumerable<string> subjects, TimeSpan window)
    {
        var since = time.GetUtcNow() - window;
        return subjects.Where(s => !_shown.TryGetValue((session, act, s), out var at) || at <= since).ToList();
    }

    /// <summary>Writes that the actor was shown the subject, where that is not in the log of this session and window already; false where it could not be written.</summary>
    internal async Task<bool> NoteAsync(AuditLog audit, AuditEvent e, TimeSpan window, CancellationToken cancellation)
    {
        if (New(e.Actor.Session, e.Act, [e.Subject], window).Count == 0)
            return true;
        if (!await audit.TryWriteAsync(e, cancellation))
            return false;
        Remember(e.Actor.Session, e.Act, [e.Subject]);
        return true;
    }

    /// <summary>Call it after the row was written.</summary>
    internal void Remember(string session, AuditAct act, IEnumerable<string> subjects)
    {
        if (_shown.Count >= MaxKept)
            _shown.Clear();
        var now = time.GetUtcNow();
        foreach (var subject in subjects)
            _shown[(session, act, subject)] = now;
    }
}
