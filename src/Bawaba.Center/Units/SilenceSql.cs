// Statements on times in which a unit's word was missing while it had a task.
using System.Data.Common;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Units;

internal static class SilenceSql
{
    internal static void Begin(DbConnection connection, UnitId unit, Assignment task, DateTimeOffset overdueAt) => connection.Run("""
        INSERT INTO unit_silence (assignment, overdue_at, unit, subject, told) VALUES (@assignment, @at, @unit, @subject, 0) ON CONFLICT (assignment, overdue_at) DO NOTHING
        """,
        ("@assignment", task.Id.ToString()), ("@at", overdueAt), ("@unit", unit.Value), ("@subject", task.Task.Subject));

    /// <summary>Whatever of this unit has not ended.</summary>
    internal static void End(DbConnection connection, UnitId unit, DateTimeOffset at) => connection.Run(
        "UPDATE unit_silence SET ended_at = @at WHERE unit = @unit AND ended_at IS NULL", ("@at", at), ("@unit", unit.Value));

    /// <summary>Those whose subject has not heard of their beginning or of their end, the oldest first.</summary>
    internal static List<UnitSilence> Untold(DbConnection connection, int most) => connection.Rows(
        "SELECT unit, assignment, subject, overdue_at, ended_at, told FROM unit_silence WHERE told = 0 OR ended_at IS NOT NULL ORDER BY overdue_at, assignment LIMIT @most",
        r => new UnitSilence
        {
            Unit = UnitId.Parse(r.GetString(0)),
            Assignment = AssignmentId.Parse(r.GetString(1)),
            Subject = r.GetString(2),
            OverdueAt = r.Instant(3),
            EndedAt = r.InstantOrNull(4),
            Told = r.GetInt64(5) != 0,
        },
        ("@most", (long)most));

    internal static void Tell(DbConnection connection, UnitSilence silence) => connection.Run(
        "UPDATE unit_silence SET told = 1 WHERE assignment = @assignment AND overdue_at = @at", ("@assignment", silence.Assignment.ToString()), ("@at", silence.OverdueAt));

    internal static void Forget(DbConnection connection, UnitSilence silence) => connection.Run(
        "DELETE FROM unit_silence WHERE assignment = @assignment AND overdue_at = @at", ("@assignment", silence.Assignment.ToString()), ("@at", silence.OverdueAt));
}
