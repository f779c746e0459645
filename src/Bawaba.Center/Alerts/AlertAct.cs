using Bawaba.Center.Audit;

namespace Bawaba.Center.Alerts;

/// <summary>One verb on an alert, as AlertDesk carries it out.</summary>
internal sealed record AlertAct
{
    public required AuditAct Act { get; init; }

    /// <summary>A coded word for the audit log.</summary>
    public string Detail { get; init; } = "";

    public required Func<Alert, Look, AlertStep> Step { get; init; }

    /// <summary>Who left the mark of this very step on an alert that has it behind it; null where it has another, or none.</summary>
    public Func<Alert, Look?> DoneBy { get; init; } = _ => null;

    /// <summary>Entry and mandate must still stand.</summary>
    public bool Rechecks { get; init; }

    /// <summary>Life-safety: goes on when the audit table alone fails, its row waits in the spool.</summary>
    public bool Spools { get; init; }
}
