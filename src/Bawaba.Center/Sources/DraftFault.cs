namespace Bawaba.Center.Sources;

/// <summary>What is wrong with one field of a draft. Never repeats what was typed: it may be a plate.</summary>
/// <param name="Field">The field's name, as in files and forms.</param>
/// <param name="Word">A coded word: <c>missing</c>, <c>unfit</c>, <c>unknown</c>, <c>too-long</c>, <c>past</c>, <c>used</c>, <c>holds-plate</c>.</param>
public sealed record DraftFault(string Field, string Word);
