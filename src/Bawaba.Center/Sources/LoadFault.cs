namespace Bawaba.Center.Sources;

/// <summary>One thing wrong in a source file. Never holds a plate.</summary>
/// <param name="Place">The row as counted from 1 and its id where it has one: <c>entry 3 (demo-07)</c>; or a line of the file.</param>
/// <param name="Text">What is wrong, in English.</param>
public sealed record LoadFault(string Place, string Text);
