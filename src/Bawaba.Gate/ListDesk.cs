// What a supervisor does with the gate's list when the road is broken: opens the kept one, brings one by hand, and, with another
// officer, says that the clock is right. Called by the list page with the session it found. Promises: written down first, or not
// done; a passphrase is guessed a few times a quarter of an hour; two people, in two sessions, make the time trusted, and never a
// time before what is known already.
using Bawaba.Contracts.Officers;
using Bawaba.Contracts.SignIn;
using Bawaba.Gate.Matching;
using Bawaba.Gate.Officers;
using Bawaba.Gate.Vault;
using Bawaba.Proof.Sealing;

namespace Bawaba.Gate;

internal sealed class ListDesk(OrdersKeeper keeper, ListVault vault, GateMatcher matcher, ActWriter acts, TimeProvider time)
{
    /// <summary>Ten thousand entries with their approvals are about a megabyte, packed.</summary>
    internal const int MaxCarriedBytes = 16 << 20;

    /// <summary>The second of two people attests within this time of the first.</summary>
    internal static readonly TimeSpan AttestWithin = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan MostDrift = TimeSpan.FromMinutes(1);
    private readonly SignInThrottle _throttle = new(time);
    private readonly Lock _lock = new();
    private FirstWord? _first;

    internal static bool IsDutyOf(OfficerSession session) => session.Officer.Duty is GateDuty.Supervisor;

    /// <summary>How list and time are, for the page.</summary>
    internal ListStanding Standing() => new()
    {
        State = vault.State,
        HasPassphrase = vault.HasPassphrase,
        HasMachineKey = vault.HasMachineKey,
        ListIssuedAt = matcher.ListIssuedAt,
        IsStale = matcher.ListIsStale,
        TimeIsTrusted = matcher.TimeIsTrusted,
        FirstWordBy = Standing(_first) ? _first!.DisplayName : null,
        LaterThan = keeper.LaterThan,
    };

    /// <summary>Opens the kept list. Needs a supervisor.</summary>
    internal async Task<OpenAnswer> OpenAsync(OfficerSession session, string typed)
    {
        if (!IsDutyOf(session))
            return OpenAnswer.NotDone;
        if (Passphrase.Read(typed) is not { } passphrase)
            return OpenAnswer.Wrong;
        if (_throttle.Begin(session.Officer.Account, session.Address) is not null)
            return OpenAnswer.TooMany;
        // Before it is known how it ends: what cannot be written is not tried.
        if (!await WriteAsync(session, OfficerActKind.ListOpened, "tried").ConfigureAwait(false))
            return OpenAnswer.NotDone;
        if (!await Task.Run(() => keeper.Open(passphrase)).ConfigureAwait(false))
        {
            await acts.WriteOrWaitAsync(OfficerDoor.Of(session, OfficerActKind.ListOpenRefused)).ConfigureAwait(false);
            return OpenAnswer.Wrong;
        }
        _throttle.Succeeded(session.Officer.Account, session.Address);
        await acts.WriteOrWaitAsync(OfficerDoor.Of(session, OfficerActKind.ListOpened) with { Detail = "opened" }).ConfigureAwait(false);
        return OpenAnswer.Opened;
    }

    /// <summary>Another passphrase; shown by the caller once and never again. Null: not a supervisor, the list is not open, or the disk refuses.</summary>
    internal async Task<Passphrase?> MakePassphraseAsync(OfficerSession session)
    {
        if (!IsDutyOf(session) || vault.State is not VaultState.Open || !await WriteAsync(session, OfficerActKind.PassphraseMade).ConfigureAwait(false))
            return null;
        try
        {
            return await Task.Run(keeper.MakePassphrase).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Takes a list that was carried here. Needs a supervisor.</summary>
    internal async Task<CarriedAnswer> CarryAsync(OfficerSession session, byte[] file)
    {
        if (!IsDutyOf(session) || !await WriteAsync(session, OfficerActKind.ListCarried, "tried").ConfigureAwait(false))
            return CarriedAnswer.NotDone;
        var answer = await Task.Run(() => keeper.Carry(file)).ConfigureAwait(false);
        await acts.WriteOrWaitAsync(OfficerDoor.Of(session, OfficerActKind.ListCarried) with { Detail = WordOf(answer) }).ConfigureAwait(false);
        return answer;
    }

    /// <summary>Says that this computer's clock is right. The second person, in another session, makes it trusted. Any officer may.</summary>
    internal async Task<AttestAnswer> AttestAsync(OfficerSession session)
    {
        if (session.Officer.Duty is GateDuty.Technician)
            return AttestAnswer.NotDone;
        if (matcher.TimeIsTrusted)
            return AttestAnswer.TrustedAlready;
        // A clock before what is known already is wrong, whatever people say.
        if (keeper.LaterThan - time.GetUtcNow() > TrustedTime.MostOff)
            return AttestAnswer.ClockBehind;
        var first = _first;
        var isSecond = Standing(first);
        if (isSecond && (first!.Account == session.Officer.Account || first.Session == session.Id))
            return AttestAnswer.SamePerson;
        if (!await WriteAsync(session, OfficerActKind.TimeAttested, isSecond ? "second" : "first").ConfigureAwait(false))
            return AttestAnswer.NotDone;
        lock (_lock)
        {
            if (!isSecond)
            {
                _first = new(session.Officer.Account, session.Id, session.Officer.DisplayName, time.GetUtcNow(), time.GetTimestamp());
                return AttestAnswer.First;
            }
            // Taken by another's second word, or the clock was set meanwhile: it begins anew.
            if (_first != first || !Standing(first))
                return AttestAnswer.NotDone;
            _first = null;
            matcher.AttestTime();
            return AttestAnswer.Trusted;
        }
    }

    private bool Standing(FirstWord? first)
    {
        if (first is null)
            return false;
        var passed = time.GetElapsedTime(first.Timestamp);
        return passed <= AttestWithin && (time.GetUtcNow() - first.At - passed).Duration() <= MostDrift;
    }

    private static string WordOf(CarriedAnswer answer) => answer switch
    {
        CarriedAnswer.Taken => "taken",
        CarriedAnswer.NotReadable => "not-readable",
        CarriedAnswer.Older => "older",
        CarriedAnswer.ClockBehind => "clock-behind",
        _ => "not-done",
    };

    private Task<bool> WriteAsync(OfficerSession session, OfficerActKind kind, string detail = "") =>
        acts.TryWriteAsync(OfficerDoor.Of(session, kind) with { Detail = detail });

    private sealed record FirstWord(string Account, string Session, string DisplayName, DateTimeOffset At, long Timestamp);
}
