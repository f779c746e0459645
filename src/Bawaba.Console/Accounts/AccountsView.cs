using Bawaba.Center.Gates;
using Bawaba.Center.Officers;
using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Console.Accounts;

/// <summary>The administrator's page.</summary>
public sealed record AccountsView
{
    public required IReadOnlyList<Account> Accounts { get; init; }

    public required InvitationView Invited { get; init; }

    /// <summary>Who works at which gate's own page.</summary>
    public IReadOnlyList<GatePosting> Postings { get; init; } = [];

    /// <summary>Gates that stand and that this person sees.</summary>
    public IReadOnlyDictionary<GateId, Gate> Gates { get; init; } = new Dictionary<GateId, Gate>();

    /// <summary>The directorates that form the room.</summary>
    public IReadOnlyList<Directorate> Directorates { get; init; } = [];
}
