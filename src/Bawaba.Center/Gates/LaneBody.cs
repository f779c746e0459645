using Bawaba.Contracts.City;

namespace Bawaba.Center.Gates;

/// <summary>A lane on the wire.</summary>
internal sealed record LaneBody(string Id, LocalName Name);
