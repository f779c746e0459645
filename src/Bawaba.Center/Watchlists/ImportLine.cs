namespace Bawaba.Center.Watchlists;

/// <summary>A line of an import's answer: how far it is, at the end what became of it.</summary>
internal sealed record ImportLine(int Read, int Of, ImportReport? Report, string? Why);
