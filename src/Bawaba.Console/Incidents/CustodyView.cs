using Bawaba.Center.Incidents;

namespace Bawaba.Console.Incidents;

/// <summary>An entry of the custody register.</summary>
/// <param name="Entry">The entry with what happened since.</param>
/// <param name="Fault">A word of <c>incident-fault</c>; null: nothing was refused.</param>
public sealed record CustodyView(CustodyEntry Entry, string? Fault);
