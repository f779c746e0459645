// What every page knows: who looks, in which language, and when. Made once a request by ScreenFactory.Begin; cascades to
// every part of a page, so that a part asks for nothing from outside.
using Bawaba.Center.Gates;
using Bawaba.Center.Operators;
using Bawaba.Pages.Language;
using Bawaba.Contracts.City;

namespace Bawaba.Console.Frame;

/// <summary>One answer to one person.</summary>
public sealed record Screen
{
    public required ScreenLanguage Language { get; init; }

    /// <summary>Null before sign-in.</summary>
    public required Actor? Actor { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>Path and query of the page, for coming back to it.</summary>
    public required string Path { get; init; }

    public required bool Demo { get; init; }

    public required LocalName? City { get; init; }

    /// <summary>The gates of the person's part of the room, for naming them.</summary>
    public IReadOnlyList<Gate> Gates { get; init; } = [];

    internal bool Can(Permission permission) => Actor?.Can(permission) == true;

    internal string Name(LocalName name) => Language == ScreenLanguage.Arabic ? name.Ar : name.En;

    internal bool SeesRoom => Can(Permission.SeeGates) || Can(Permission.SeeCounts) || Can(Permission.SeeAlerts);
}
