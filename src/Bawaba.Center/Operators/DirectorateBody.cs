using Bawaba.Contracts.City;

namespace Bawaba.Center.Operators;

/// <summary>A directorate on the wire: as it is made, and as it is shown.</summary>
internal sealed record DirectorateBody(string? Id, LocalName? Name);
