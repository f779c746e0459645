namespace Bawaba.Vision.Recognition;

/// <summary>The reader's characters and countries, in the order of its outputs. Country words are single characters.</summary>
public sealed class PlateAlphabet(IReadOnlyList<string> characters, IReadOnlyList<string> countries)
{
    public int Count => characters.Count;

    public IReadOnlyList<string> Countries { get; } = countries;

    public string this[int index] => characters[index];
}
