// Statements on who works at which gate.
using System.Data.Common;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;
using Bawaba.Contracts.Officers;

namespace Bawaba.Center.Officers;

internal static class OfficerSql
{
    // A gate that became another directorate's takes no officer of the one before.
    private const string Standing = """
        p.ended_at IS NULL AND a.closed_at IS NULL AND a.role IN ('GateOfficer', 'Technician', 'Supervisor') AND (a.directorate IS NULL
            OR coalesce((SELECT g.directorate FROM gate g WHERE g.id = p.gate), a.directorate) = a.directorate)
        """;

    /// <summary>Begins a posting, or begins an ended one anew; a password of then is gone.</summary>
    internal static void Post(DbConnection connection, AccountId account, GateId gate, AccountId by, DateTimeOffset at) => connection.Run("""
        INSERT INTO gate_posting (account, gate, posted_by, posted_at) VALUES (@account, @gate, @by, @at)
        ON CONFLICT (account, gate) DO UPDATE SET posted_by = excluded.posted_by, posted_at = excluded.posted_at,
            ended_at = NULL, password_hash = NULL, password_set_at = NULL
        WHERE gate_posting.ended_at IS NOT NULL
        """,
        ("@account", account.ToString()), ("@gate", gate.Value), ("@by", by.ToString()), ("@at", at));

    internal static int End(DbConnection connection, AccountId account, GateId gate, DateTimeOffset at) => connection.Run(
        "UPDATE gate_posting SET ended_at = @at, password_hash = NULL WHERE account = @account AND gate = @gate AND ended_at IS NULL",
        ("@at", at), ("@account", account.ToString()), ("@gate", gate.Value));

    internal static int SetPassword(DbConnection connection, AccountId account, GateId gate, string hash, DateTimeOffset at) => connection.Run("""
        UPDATE gate_posting SET password_hash = @hash, password_set_at = @at
        WHERE account = @account AND gate = @gate AND ended_at IS NULL
        """,
        ("@hash", hash), ("@at", at), ("@account", account.ToString()), ("@gate", gate.Value));

    /// <summary>Postings that stand at gates within the scope, of everybody or of one account.</summary>
    internal static List<GatePosting> Postings(DbConnection connection, Scope scope, AccountId? account) => connection.Rows(
        $"""
        SELECT p.account, p.gate, p.posted_at, p.password_set_at FROM gate_posting p JOIN account a ON a.id = p.account
        WHERE {Standing} AND (@account = '' OR p.account = @account) AND {Scope.OfGate("p.gate")} ORDER BY p.gate, a.user_name
        """,
        r => new GatePosting
        {
            Account = AccountId.Parse(r.GetString(0)),
            Gate = GateId.Parse(r.GetString(1)),
            PostedAt = r.Instant(2),
            PasswordSetAt = r.InstantOrNull(3),
        },
        ("@account", account?.ToString() ?? ""), scope.Parameter);

    /// <summary>Who may sign in at the gate now, with the hash for that gate.</summary>
    internal static List<GateOfficer> OfGate(DbConnection connection, GateId gate, int most) => connection.Rows(
        $"""
        SELECT a.id, a.user_name, a.display_name, p.password_hash, a.role FROM gate_posting p JOIN account a ON a.id = p.account
        WHERE {Standing} AND p.gate = @gate AND p.password_hash IS NOT NULL ORDER BY a.user_name LIMIT @most
        """,
        r => new GateOfficer { Account = r.GetString(0), UserName = r.GetString(1), DisplayName = r.GetString(2), PasswordHash = r.GetString(3), Duty = DutyOf(r.GetString(4)) },
        ("@gate", gate.Value), ("@most", (long)most));

    /// <summary>The account's name and role where its posting at the gate stands; null otherwise.</summary>
    internal static (string Name, string Role)? PostedAt(DbConnection connection, GateId gate, AccountId account) => connection.First(
        $"SELECT a.display_name, a.role FROM gate_posting p JOIN account a ON a.id = p.account WHERE {Standing} AND p.gate = @gate AND p.account = @account",
        r => ((string, string)?)(r.GetString(0), r.GetString(1)),
        ("@gate", gate.Value), ("@account", account.ToString()));

    private static GateDuty DutyOf(string role) => role switch
    {
        nameof(Role.Technician) => GateDuty.Technician,
        nameof(Role.Supervisor) => GateDuty.Supervisor,
        _ => GateDuty.Officer,
    };
}
