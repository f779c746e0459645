namespace Bawaba.Center.Watchlists;

/// <summary>What is wrong with one field of one row of a file.</summary>
/// <param name="Row">1 for the first row of entries.</param>
/// <param name="Field">The field's name; <c>row</c> for the row as a whole.</param>
/// <param name="Word">A coded word, as in <see cref="Sources.DraftFault"/>.</param>
public sealed record ImportFault(int Row, string Field, string Word);
