// What officers did on a gate's own page, into the audit log, and their looks into the alerts; in the transaction that
// stores the record. Called by CenterLink after the hits of the batch. Promises: an act is written whoever the gate says did
// it, and only the look of somebody posted at that gate counts; nothing a gate sends can keep its records from being taken.
using System.Data.Common;
using System.Globalization;
using Bawaba.Center.Alerts;
using Bawaba.Center.Audit;
using Bawaba.Center.Officers;
using Bawaba.Center.Operators;
using Bawaba.Contracts;
using Bawaba.Contracts.Officers;
using Bawaba.Proof.Sealing;

namespace Bawaba.Center.Intake;

internal sealed class OfficerIntake(AuditLog audit, GateLooks looks, TimeProvider time)
{
    private const int MaxAddress = 64;

    /// <summary>The alert that changed; null when none did.</summary>
    internal Alert? Take(DbConnection connection, GateId gate, DateTimeOffset recordedAt, OfficerAct act)
    {
        var posted = AccountId.TryParse(act.Account, out var account) ? OfficerSql.PostedAt(connection, gate, account) : null;
        var name = posted?.Name;
        var session = SessionId.TryParse(act.Session, out var parsed) ? parsed : (SessionId?)null;
        var actor = new AuditActor
        {
            Account = name is null ? "" : account.ToString(),
            Role = posted?.Role ?? "",
            Session = session?.ToString() ?? "",
            Address = Cut(act.Address, MaxAddress),
        };
        var alert = act is { Entry: { } entry, Passage: { } passage } ? AlertSql.FindBy(connection, entry, passage)?.Alert : null;
        // Only a hit of this gate: one gate does not speak of another's.
        alert = alert?.Gate == gate ? alert : null;
        var (outcome, changed) = Look(connection, act, actor, alert, account, session, name);
        var detail = string.Create(CultureInfo.InvariantCulture, $"gate={gate} at={recordedAt:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}{Words(act, name, outcome)}");
        audit.Append(connection, new(ActOf(act.Kind), actor, alert?.Id.ToString() ?? act.Camera?.Value ?? gate.Value, detail));
        return changed;
    }

    private (string Outcome, Alert? Changed) Look(
        DbConnection connection, OfficerAct act, AuditActor actor, Alert? alert, AccountId account, SessionId? session, string? name)
    {
        if (act is { Kind: OfficerActKind.Rechecked, Entry: { } entry, Passage: { } passage })
            return Recheck(connection, act, actor, alert, account, entry, passage);
        if (act is not { Kind: OfficerActKind.Looked, Verdict: { } verdict } || !Enum.IsDefined(verdict))
            return ("", null);
        // A look is an officer's.
        if (name is null || session is null || actor.Role is not (nameof(Role.GateOfficer) or nameof(Role.Supervisor)))
            return ("not-posted", null);
        return alert is null ? ("no-alert", null) : looks.Take(connection, alert, actor, new(account, session.Value, name, time.GetUtcNow()), verdict);
    }

    // The room's look of then: its own record says who gave the code and when, whatever the gate says.
    private (string Outcome, Alert? Changed) Recheck(
        DbConnection connection, OfficerAct act, AuditActor actor, Alert? alert, AccountId officer, EntryId entry, PassageId passage)
    {
        if (alert is null || act.Code is not { Length: VoiceCode.AnswerDigits } code || !code.All(char.IsAsciiDigit))
            return ("no-alert", null);
        return VoiceSql.Use(connection, alert.Gate, entry, officer, code, passage) is { } given
            ? looks.Confirm(connection, alert, actor, given, code)
            : ("voice-unknown", null);
    }

    private static string Words(OfficerAct act, string? name, string outcome)
    {
        var words = new List<string>();
        if (act.Verdict is { } verdict)
            words.Add(verdict.ToString());
        // Codes alone: whatever else a gate sends as a detail is no code.
        if (act.Detail.Length is > 0 and <= OfficerAct.MaxDetail && act.Detail.All(c => char.IsAsciiLetterLower(c) || c == '-'))
            words.Add(act.Detail);
        if (outcome.Length > 0)
            words.Add(outcome);
        if (name is null && act.Account.Length > 0)
            words.Add("not-posted-here");
        return string.Concat(words.Distinct(StringComparer.Ordinal).Select(w => " " + w));
    }

    private static AuditAct ActOf(OfficerActKind kind) => kind switch
    {
        OfficerActKind.SignedIn => AuditAct.GateSignedIn,
        OfficerActKind.SignInRefused => AuditAct.GateSignInRefused,
        OfficerActKind.SignInLocked => AuditAct.GateSignInLocked,
        OfficerActKind.SignedOut => AuditAct.GateSignedOut,
        OfficerActKind.HitSeen => AuditAct.GateHitSeen,
        OfficerActKind.CameraSeen => AuditAct.GateCameraSeen,
        OfficerActKind.Looked => AuditAct.GateLooked,
        OfficerActKind.Waited => AuditAct.GateWaited,
        OfficerActKind.PlateTyped => AuditAct.GatePlateTyped,
        OfficerActKind.AddressTested => AuditAct.GateAddressTested,
        OfficerActKind.CameraAdded => AuditAct.GateCameraAdded,
        OfficerActKind.CameraChanged => AuditAct.GateCameraChanged,
        OfficerActKind.CameraRemoved => AuditAct.GateCameraRemoved,
        OfficerActKind.CamerasSought => AuditAct.GateCamerasSought,
        OfficerActKind.CameraChecked => AuditAct.GateCameraChecked,
        OfficerActKind.SetUpExported => AuditAct.GateSetUpExported,
        OfficerActKind.ListOpened => AuditAct.GateListOpened,
        OfficerActKind.ListOpenRefused => AuditAct.GateListOpenRefused,
        OfficerActKind.PassphraseMade => AuditAct.GatePassphraseMade,
        OfficerActKind.TimeAttested => AuditAct.GateTimeAttested,
        OfficerActKind.ListCarried => AuditAct.GateListCarried,
        OfficerActKind.Rechecked => AuditAct.GateRechecked,
        OfficerActKind.RecheckRefused => AuditAct.GateRecheckRefused,
        OfficerActKind.CandidateSeen => AuditAct.GateCandidateSeen,
        OfficerActKind.CandidateDismissed => AuditAct.GateCandidateDismissed,
        _ => AuditAct.GateActUnknown,
    };

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
