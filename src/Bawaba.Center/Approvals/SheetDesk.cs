// How a person's passkey is asked for an approval and its answer taken. Used by the desks whose documents are approved
// (orders, entries, rings); they say what a sheet is about and what follows from it. Promises: an answer counts once, for the
// session that was asked, within five minutes, by a passkey of that person that the ring names; an account that was recovered
// within a day approves nothing; each refusal is in the audit log.
using System.Buffers.Text;
using System.Data.Common;
using System.Text.Json;
using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Contracts;
using Bawaba.Contracts.Approvals;
using Bawaba.Proof.Approvals;
using Bawaba.Proof.Passkeys;

namespace Bawaba.Center.Approvals;

internal sealed class SheetDesk(AuditLog audit, RingBook rings, RelyingParty? party, TimeProvider time)
{
    /// <summary>How long an account approves nothing after others gave it a new way in.</summary>
    internal static readonly TimeSpan RecoveryRest = TimeSpan.FromHours(24);

    /// <summary>Begins an approval of these documents; within the caller's transaction.</summary>
    internal ApprovalResult Ask(DbConnection connection, Actor actor, string kind, IReadOnlyList<byte[]> leaves, string subject)
    {
        if (FaultOf(connection, actor) is { } fault)
            return Refuse(connection, actor, kind, fault);
        var now = time.GetUtcNow();
        var sheet = Unsigned(actor.Account, kind, leaves, now);
        ApprovalSql.Ask(connection, new()
        {
            Id = sheet.Id,
            Account = actor.Account,
            Session = actor.Session,
            Kind = kind,
            Body = JsonSerializer.Serialize(sheet, ContractsJson.Default.ApprovalSheet),
            Subject = subject,
            ExpiresAt = now + ApprovalAsk.Life,
        });
        var mine = KeysOf(actor.Account).Select(k => k.Credential).ToArray();
        return new ApprovalResult.Asked(new(sheet.Id, Base64Url.EncodeToString(SheetCheck.ChallengeOf(sheet)), rings.Current!.Host, mine, leaves.Count));
    }

    /// <summary>Takes the answer: the signed sheet, kept, with the key and what it was about; or why not.</summary>
    internal (ApprovalSheet? Sheet, ApproverKey? Key, string Subject, ApprovalResult? Refusal) Take(DbConnection connection, Actor actor, string kind, ApprovalAnswer answer)
    {
        if (ApprovalSql.TakeAsk(connection, answer.Id, actor, kind, time.GetUtcNow()) is not { } ask)
            return (null, null, "", Refuse(connection, actor, kind, "nothing-asked", new ApprovalResult.Gone()));
        if (FaultOf(connection, actor) is { } fault)
            return (null, null, "", Refuse(connection, actor, kind, fault));
        try
        {
            var sheet = JsonSerializer.Deserialize(ask.Body, ContractsJson.Default.ApprovalSheet)! with
            {
                Credential = answer.Credential,
                AuthenticatorData = Standard(answer.AuthenticatorData),
                ClientData = Standard(answer.ClientData),
                Signature = Standard(answer.Signature),
            };
            var key = SheetCheck.Check(sheet, rings.Current!);
            // Gates know the host; here the page's address is known too.
            var signatures = SheetCheck.AssertionOf(sheet).Check(new() { Id = key.Credential, Point = key.Point }, SheetCheck.ChallengeOf(sheet), party ?? new() { Id = rings.Current!.Host });
            if (!PasskeySql.Count(connection, key.Credential, signatures))
                return (null, null, "", Refuse(connection, actor, kind, "passkey-copied"));
            ApprovalSql.Keep(connection, sheet);
            return (sheet, key, ask.Subject, null);
        }
        catch (PasskeyException e)
        {
            return (null, null, "", Refuse(connection, actor, kind, e.Message, new ApprovalResult.Refused("passkey-unfit")));
        }
    }

    /// <summary>A refusal, in the log.</summary>
    internal ApprovalResult Refuse(DbConnection connection, Actor actor, string kind, string why, ApprovalResult? result = null)
    {
        audit.Append(connection, new(AuditAct.ApprovalRefused, actor.ForAudit(), kind, why));
        return result ?? new ApprovalResult.Refused(why);
    }

    internal static ApprovalSheet Unsigned(AccountId approver, string kind, IReadOnlyList<byte[]> leaves, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at).ToString("N"),
        Kind = kind,
        Approver = approver.ToString(),
        // What the store keeps: a sheet read again is the sheet that was signed.
        ApprovedAt = Storage.Micros.ToInstant(Storage.Micros.Of(at)),
        Leaves = Convert.ToBase64String([.. leaves.SelectMany(l => l)]),
        Credential = "",
        AuthenticatorData = "",
        ClientData = "",
        Signature = "",
    };

    private string? FaultOf(DbConnection connection, Actor actor)
    {
        if (rings.Current is null)
            return "no-key-ring";
        if (OperatorSql.Account(connection, actor.Account)?.RecoveredAt is { } at && time.GetUtcNow() - at < RecoveryRest)
            return "recovered-a-day-ago";
        var standing = PasskeySql.Of(connection, actor.Account).Select(p => p.Key.Id).ToHashSet(StringComparer.Ordinal);
        return KeysOf(actor.Account).Any(k => standing.Contains(k.Credential)) ? null : "no-passkey-in-the-ring";
    }

    private IEnumerable<ApproverKey> KeysOf(AccountId account) =>
        rings.Current!.Keys.Where(k => string.Equals(k.Account, account.ToString(), StringComparison.Ordinal));

    private static string Standard(string base64Url)
    {
        try
        {
            return base64Url.Length > 8_192 ? throw new PasskeyException("a part of the answer is too long") : Convert.ToBase64String(Base64Url.DecodeFromChars(base64Url));
        }
        catch (FormatException e)
        {
            throw new PasskeyException("a part of the answer is no base64url", e);
        }
    }
}
