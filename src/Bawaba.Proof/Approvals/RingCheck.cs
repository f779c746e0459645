// Whether one key ring may follow another. Asked by the center when people change the ring, and by each gate before it lets go
// of the one it has pinned. Promises: without two approvers and an auditor of the ring before, no other follows.
using Bawaba.Contracts.Approvals;
using Bawaba.Proof.Passkeys;

namespace Bawaba.Proof.Approvals;

/// <summary>The rule by which key rings follow each other.</summary>
public static class RingCheck
{
    /// <summary>Approvers of the ring before who must sign.</summary>
    public const int Approvers = 2;

    /// <summary>Auditors of the ring before who must sign.</summary>
    public const int Auditors = 1;

    /// <summary>What is wrong with a ring by itself; null when nothing is.</summary>
    public static string? FaultOf(KeyRing ring)
    {
        if (ring.Keys.Count is 0 or > KeyRing.MaxKeys)
            return "a ring has 1 to 200 keys";
        if (ring.Keys.Any(k => !Office.All.Contains(k.Office, StringComparer.Ordinal)))
            return "a key has no known office";
        // One passkey for two people would let one person be both.
        if (ring.Keys.DistinctBy(k => k.Credential, StringComparer.Ordinal).Count() != ring.Keys.Count
            || ring.Keys.DistinctBy(k => k.Point, StringComparer.Ordinal).Count() != ring.Keys.Count)
            return "a passkey stands in it twice";
        return ring.Keys.GroupBy(k => k.Account, StringComparer.Ordinal).Any(g => g.DistinctBy(k => (k.Office, k.Chain)).Count() > 1)
            ? "one account has two offices or chains"
            : null;
    }

    /// <summary>Why the ring may not follow the one before; null when it may.</summary>
    public static string? FaultOf(KeyRing next, KeyRing before)
    {
        if (FaultOf(next) is { } fault)
            return fault;
        if (next.Number != before.Number + 1)
            return "it does not follow by its number";
        var leaf = Convert.ToBase64String(Leaf.Of(next));
        var agreed = new HashSet<(string Office, string Account)>();
        foreach (var sheet in next.Sheets)
        {
            try
            {
                var key = SheetCheck.Check(sheet, before);
                if (string.Equals(sheet.Kind, SheetKind.KeyRing, StringComparison.Ordinal) && SheetCheck.LeavesOf(sheet).Contains(leaf))
                    agreed.Add((key.Office, key.Account));
            }
            catch (PasskeyException e)
            {
                return e.Message;
            }
        }
        var (approvers, auditors) = (agreed.Count(a => a.Office == Office.Approver), agreed.Count(a => a.Office == Office.Auditor));
        return approvers >= Approvers && auditors >= Auditors ? null : "two approvers and an auditor of the ring before must agree";
    }
}
