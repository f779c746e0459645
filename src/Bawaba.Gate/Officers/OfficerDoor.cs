// Signing in and out at the gate, with or without the room. Promises: the same work and the same answer for a wrong name and
// a wrong password; the record before the result; nobody is let in on word from the center that is too old.
using Bawaba.Contracts.Officers;
using Bawaba.Contracts.SignIn;

namespace Bawaba.Gate.Officers;

internal sealed class OfficerDoor(OfficerBook book, OfficerSessions sessions, ActWriter acts, TimeProvider time) : IDisposable
{
    internal const int MaxPasswordLength = 200;
    private const int MaxNameLength = 32;
    private static readonly TimeSpan BusyRetry = TimeSpan.FromSeconds(5);
    private readonly PasswordHash _passwords = new();
    private readonly SignInThrottle _throttle = new(time);

    internal async Task<OfficerSignIn> SignInAsync(string userName, string password, string address, CancellationToken cancellation)
    {
        var name = userName.Trim().ToLowerInvariant();
        if (name.Length > MaxNameLength)
            name = "";
        if (book.IsTooOld)
            return new OfficerSignIn.NotInTouch();
        if (_passwords.IsBusy)
            return new OfficerSignIn.LockedOut(BusyRetry);
        var found = book.FindName(name);
        if (_throttle.Begin(name, address) is { } wait)
            return await acts.TryWriteAsync(Stranger(OfficerActKind.SignInLocked, found, address)).ConfigureAwait(false)
                ? new OfficerSignIn.LockedOut(wait)
                : new OfficerSignIn.NotWritten();
        var tooLong = password.Length > MaxPasswordLength;
        if (!await _passwords.VerifyAsync(tooLong ? "" : password, found?.PasswordHash, cancellation).ConfigureAwait(false) || tooLong)
            return await acts.TryWriteAsync(Stranger(OfficerActKind.SignInRefused, found, address)).ConfigureAwait(false)
                ? new OfficerSignIn.Refused()
                : new OfficerSignIn.NotWritten();
        _throttle.Succeeded(name, address);
        var session = sessions.Prepare(found!, address);
        return await acts.TryWriteAsync(Of(session, OfficerActKind.SignedIn)).ConfigureAwait(false)
            ? new OfficerSignIn.Done(session, sessions.Begin(session))
            : new OfficerSignIn.NotWritten();
    }

    internal async Task SignOutAsync(string token)
    {
        if (sessions.Find(token) is not { } session)
            return;
        sessions.End(token);
        await acts.WriteOrWaitAsync(Of(session, OfficerActKind.SignedOut)).ConfigureAwait(false);
    }

    internal OfficerSession? Find(string token) => sessions.Find(token);

    public void Dispose() => _passwords.Dispose();

    internal static OfficerAct Of(OfficerSession session, OfficerActKind kind) =>
        new() { Kind = kind, Account = session.Officer.Account, Session = session.Id, Address = session.Address };

    // The typed name is written only where it is somebody's: people type passwords into the wrong field.
    private static OfficerAct Stranger(OfficerActKind kind, GateOfficer? found, string address) =>
        new() { Kind = kind, Account = found?.Account ?? "", Session = "", Address = address };
}
