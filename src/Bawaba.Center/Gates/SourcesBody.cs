using Bawaba.Center.Sources;

namespace Bawaba.Center.Gates;

/// <summary>The load reports on the wire.</summary>
internal sealed record SourcesBody(IReadOnlyList<LoadReport> Reports);
