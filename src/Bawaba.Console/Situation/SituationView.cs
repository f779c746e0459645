using Bawaba.Center.Situation;

namespace Bawaba.Console.Situation;

/// <summary>The situation sheet on a screen, on paper or in the hourly file.</summary>
public sealed record SituationView
{
    public required SituationSheet Sheet { get; init; }

    /// <summary>Whose part of the room it is; null: the whole.</summary>
    public string? Directorate { get; init; }

    /// <summary>The hourly file: numbers in the place of alerts, and of calls neither who nor what.</summary>
    public bool IsFile { get; init; }

    /// <summary>Set while the hourly file cannot be written.</summary>
    public SituationFault? Fault { get; init; }
}
