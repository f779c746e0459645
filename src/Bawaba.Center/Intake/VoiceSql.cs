// Statements on rechecks by voice.
using System.Data.Common;
using Bawaba.Center.Alerts;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;

namespace Bawaba.Center.Intake;

internal static class VoiceSql
{
    internal static void Insert(DbConnection connection, string id, GateId gate, EntryId entry, AccountId officer, string code, Look by) => connection.Run("""
        INSERT INTO voice_recheck (id, gate, entry, officer, code, account, session, display_name, given_at)
        VALUES (@id, @gate, @entry, @officer, @code, @account, @session, @name, @at)
        """,
        ("@id", id), ("@gate", gate.Value), ("@entry", entry.Value), ("@officer", officer.ToString()), ("@code", code),
        ("@account", by.Account.ToString()), ("@session", by.Session.ToString()), ("@name", by.DisplayName), ("@at", by.At));

    /// <summary>Uses a recheck up for one passage and says who gave it; null where none of it was given, or it was for another passage.</summary>
    internal static Look? Use(DbConnection connection, GateId gate, EntryId entry, AccountId officer, string code, PassageId passage) => connection.Rows("""
        UPDATE voice_recheck SET passage = @passage
        WHERE gate = @gate AND entry = @entry AND officer = @officer AND code = @code AND (passage IS NULL OR passage = @passage)
        RETURNING account, session, display_name, given_at
        """,
        r => new Look(AccountId.Parse(r.GetString(0)), SessionId.Parse(r.GetString(1)), r.GetString(2), r.Instant(3)),
        ("@passage", passage.ToString()), ("@gate", gate.Value), ("@entry", entry.Value), ("@officer", officer.ToString()), ("@code", code)).FirstOrDefault();

    /// <summary>An open account by its name, posted at the gate.</summary>
    internal static AccountId? Officer(DbConnection connection, string userName, GateId gate) => connection.Rows("""
        SELECT a.id FROM account a JOIN gate_posting p ON p.account = a.id
        WHERE a.user_name = @name AND a.closed_at IS NULL AND p.gate = @gate AND p.ended_at IS NULL
        """,
        r => (AccountId?)AccountId.Parse(r.GetString(0)), ("@name", userName), ("@gate", gate.Value)).FirstOrDefault();
}
