namespace Bawaba.Console;

/// <summary>What the screens need to know before they start.</summary>
public sealed class ConsoleOptions
{
    /// <summary>The city is drawn, not real: every page says so in a banner.</summary>
    public bool Demo { get; set; }
}
