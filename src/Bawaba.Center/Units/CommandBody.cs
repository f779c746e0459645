namespace Bawaba.Center.Units;

/// <summary>A button pressed on a crew's page.</summary>
internal sealed record CommandBody
{
    /// <summary>UUID the phone made.</summary>
    public required Guid CommandId { get; init; }

    public required UnitVerb Verb { get; init; }

    /// <summary>The phone's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The task it is about.</summary>
    public string? Assignment { get; init; }
}
