// Statements on the keys of gates' lists.
using System.Data.Common;
using Bawaba.Center.Storage;
using Bawaba.Contracts;
using Bawaba.Contracts.Approvals;

namespace Bawaba.Center.Enrolment;

internal static class ListKeySql
{
    internal static ListKey? Find(DbConnection connection, GateId gate) =>
        connection.First("SELECT secret FROM gate_list_key WHERE gate = @gate", r => new ListKey(r.GetString(0)), ("@gate", gate.Value));

    /// <summary>Puts one where there is none: of two processes that do the first wins.</summary>
    internal static void Put(DbConnection connection, GateId gate, ListKey key, DateTimeOffset now) => connection.Run(
        "INSERT INTO gate_list_key (gate, secret, made_at) VALUES (@gate, @secret, @now) ON CONFLICT DO NOTHING",
        ("@gate", gate.Value), ("@secret", key.Base64), ("@now", now));

    /// <summary>What the gate sealed opens no more.</summary>
    internal static void Forget(DbConnection connection, GateId gate) =>
        connection.Run("DELETE FROM gate_list_key WHERE gate = @gate", ("@gate", gate.Value));
}
