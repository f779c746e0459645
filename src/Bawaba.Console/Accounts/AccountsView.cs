using Bawaba.Center.Officers;
using Bawaba.Center.Operators;
using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Console.Accounts;

/// <summary>The administrator's page.</summary>
public sealed record AccountsView
{
    public required IReadOnlyList<Account> Accounts { get; init; }

    public required InvitationView Invited { get; init; }

    /// <summary>Who works at which gate's own page.</summary>
    public IReadOnlyList<GatePosting> Postings { get; init; } = [];

    /// <summary>Gates that stand, with their names.</summary>
    public IReadOnlyDictionary<GateId, LocalName> Gates { get; init; } = new Dictionary<GateId, LocalName>();
}
