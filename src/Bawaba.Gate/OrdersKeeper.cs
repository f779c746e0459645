// What this gate is told to do, wherever it comes from: the center, the gate's own sealed disk after a start without it, or a list
// carried here by hand. Called by the uplink, and by ListDesk for what people do at the gate. Promises: everything passes through
// ApproverBook before it is compared with; what is older than what is in force takes nothing's place; one call at a time.
using Bawaba.Contracts;
using Bawaba.Gate.Approvals;
using Bawaba.Gate.Matching;
using Bawaba.Gate.Officers;
using Bawaba.Gate.Vault;
using Bawaba.Proof.Sealing;

namespace Bawaba.Gate;

internal sealed class OrdersKeeper(GateMatcher matcher, ApproverBook approvers, OfficerBook officers, HitBoard board, ListVault vault, TimeProvider time)
{
    private readonly Lock _lock = new();

    /// <summary>The last thing known for certain of the time: it is later than this.</summary>
    internal DateTimeOffset LaterThan =>
        new[] { matcher.ListIssuedAt, officers.HeardAt }.Max() ?? DateTimeOffset.MinValue;

    /// <summary>What the center says now.</summary>
    internal void Take(GateOrders sent)
    {
        lock (_lock)
        {
            var orders = approvers.Believe(sent);
            matcher.Accept(orders);
            officers.Take(orders.Officers, orders.IssuedAt);
            board.Take(orders);
            vault.Take(sent);
        }
    }

    /// <summary>After a start: what a key of this machine opened.</summary>
    internal void TakeKept()
    {
        lock (_lock)
        {
            if (matcher.ListIssuedAt is null && vault.Read() is { } kept)
                Put(kept);
        }
    }

    /// <summary>Opens the kept list with a passphrase; false where it is another's.</summary>
    internal bool Open(Passphrase passphrase)
    {
        // A quarter of a second: outside, so that the center's word does not wait for it.
        if (vault.Opening(passphrase) is not { } open)
            return false;
        lock (_lock)
        {
            if (!open())
                return false;
        }
        TakeKept();
        return true;
    }

    /// <summary>Makes and keeps another passphrase; null while the list is not open.</summary>
    /// <exception cref="IOException">It cannot be kept.</exception>
    internal Passphrase? MakePassphrase()
    {
        lock (_lock)
        {
            if (vault.State is not VaultState.Open)
                return null;
            var made = Passphrase.New();
            vault.SetPassphrase(made, PassphraseCost.Usual);
            return made;
        }
    }

    /// <summary>Takes a list that was carried here.</summary>
    internal CarriedAnswer Carry(byte[] file)
    {
        lock (_lock)
        {
            GateOrders carried;
            try
            {
                carried = vault.ReadCarried(file);
            }
            catch (InvalidDataException)
            {
                return CarriedAnswer.NotReadable;
            }
            if (carried.IssuedAt <= matcher.ListIssuedAt)
                return CarriedAnswer.Older;
            if (carried.IssuedAt - time.GetUtcNow() > TrustedTime.MostOff)
                return CarriedAnswer.ClockBehind;
            Put(carried);
            vault.Take(carried);
            return CarriedAnswer.Taken;
        }
    }

    private void Put(GateOrders kept)
    {
        var orders = approvers.Believe(kept);
        matcher.AcceptKept(orders);
        board.Take(orders);
    }
}
