using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Center.Units;

/// <summary>Somebody who may be of a crew.</summary>
/// <param name="Account">Whose.</param>
/// <param name="Name">As screens show it.</param>
/// <param name="Of">The unit whose crew the person is of now; null: none.</param>
public sealed record CrewChoice(AccountId Account, string Name, UnitId? Of);
