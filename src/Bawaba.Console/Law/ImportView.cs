namespace Bawaba.Console.Law;

/// <summary>The page of imports; what becomes of one is told by its module.</summary>
public sealed record ImportView;
