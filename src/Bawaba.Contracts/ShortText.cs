namespace Bawaba.Contracts;

/// <summary>Text people typed, made shorter. Some characters take two units; half of one is no text: stores refuse it, and it cannot be normalised.</summary>
public static class ShortText
{
    /// <summary>The beginning of a text, at most so many units, without half a character at its end.</summary>
    public static string Of(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
