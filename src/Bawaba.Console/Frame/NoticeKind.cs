namespace Bawaba.Console.Frame;

/// <summary>Why there is a notice instead of a page.</summary>
public enum NoticeKind
{
    /// <summary>The role does not allow it.</summary>
    NotAllowed = 0,
    NotFound = 1,

    /// <summary>Consulting could not be written to the audit log, so nothing is shown.</summary>
    AuditUnavailable = 2,

    /// <summary>The role has nothing to do in the system yet.</summary>
    NoTask = 3,

    /// <summary>An error of ours.</summary>
    Failed = 4,

    /// <summary>Somebody else was faster: what was meant does not stand there any more.</summary>
    Stale = 5,
}
