using Bawaba.Center.Operators;

namespace Bawaba.Center.Units;

/// <summary>One person of a unit's crew.</summary>
/// <param name="Account">Opens the unit's page on a phone.</param>
/// <param name="Name">As screens show it.</param>
public sealed record CrewMember(AccountId Account, string Name);
