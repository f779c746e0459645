namespace Bawaba.Center.Operators;

/// <summary>One-time links that let a person set name and password. A link lives 24 h and works once.</summary>
public sealed class InvitationDesk
{
    public const int MinPasswordLength = 12;
    public const int MaxPasswordLength = 200;

    /// <summary>Invites a person under a name and a role.</summary>
    public Task<InviteResult> InviteAsync(Actor actor, string userName, Role role, CancellationToken cancellation) =>
        throw new NotImplementedException();

    /// <summary>The first run's link for one administrator; null once any account exists. An older unused one dies.</summary>
    public Task<string?> InviteFirstAdministratorAsync(CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>What the page behind a link may show; null when the link is unknown, used or too old.</summary>
    public Task<Invitation?> FindAsync(string token, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Uses the link. <paramref name="userName"/> counts only where the invitation fixes none.</summary>
    public Task<AcceptResult> AcceptAsync(
        string token, string userName, string displayName, string password, string address, CancellationToken cancellation) =>
        throw new NotImplementedException();
}
