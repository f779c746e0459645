namespace Bawaba.Center.Passages;

/// <summary>Sums on the wire.</summary>
internal sealed record CountsBody(IReadOnlyList<PassageSum> Sums);
