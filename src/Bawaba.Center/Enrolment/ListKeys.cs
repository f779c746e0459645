// The keys under which gates keep their lists. Asked by CenterLink with a gate's orders, and for a list that is carried by hand.
// Promises: one key a gate at a time, over all processes of the center; none outlives the computer it was given to.
using System.Security.Cryptography;
using Bawaba.Center.Storage;
using Bawaba.Contracts;
using Bawaba.Contracts.Approvals;
using Bawaba.Proof.Sealing;

namespace Bawaba.Center.Enrolment;

internal sealed class ListKeys(CenterStore store, TimeProvider time)
{
    /// <summary>The gate's key, made where there is none.</summary>
    internal async Task<ListKey> OfAsync(GateId gate, CancellationToken cancellation)
    {
        if (await store.ReadAsync(connection => ListKeySql.Find(connection, gate), cancellation) is { } found)
            return found;
        var made = new ListKey(Convert.ToBase64String(RandomNumberGenerator.GetBytes(SealingKey.Bytes)));
        return await store.WriteAsync(
            connection =>
            {
                ListKeySql.Put(connection, gate, made, time.GetUtcNow());
                return ListKeySql.Find(connection, gate)!;
            },
            cancellation);
    }
}
