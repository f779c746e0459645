using Bawaba.Center.Incidents;

namespace Bawaba.Console.Incidents;

/// <summary>The custody register.</summary>
public sealed record CustodyListView(IReadOnlyList<CustodyEntry> Entries);
