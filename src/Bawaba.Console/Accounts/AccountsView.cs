using Bawaba.Center.Operators;

namespace Bawaba.Console.Accounts;

/// <summary>The administrator's page.</summary>
public sealed record AccountsView
{
    public required IReadOnlyList<Account> Accounts { get; init; }

    public required InvitationView Invited { get; init; }
}
