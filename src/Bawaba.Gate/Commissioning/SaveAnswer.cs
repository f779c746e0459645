namespace Bawaba.Gate.Commissioning;

/// <summary>The outcome of saving or removing a camera. Closed.</summary>
internal abstract record SaveAnswer
{
    private SaveAnswer()
    {
    }

    internal sealed record Done : SaveAnswer;

    /// <param name="Faults">Every one, each with its place.</param>
    internal sealed record Faulty(IReadOnlyList<string> Faults) : SaveAnswer;

    /// <summary>Its address has not shown a picture to this person lately.</summary>
    internal sealed record Untested : SaveAnswer;

    /// <summary>The disk does not take the record or the file; nothing has changed.</summary>
    internal sealed record NotWritten : SaveAnswer;
}
