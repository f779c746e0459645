using Bawaba.Contracts.City;
using Bawaba.Gate.Officers;
using Bawaba.Pages.Language;

namespace Bawaba.GateConsole.Frame;

/// <summary>What every page of the gate knows: who looks, in which language, at which gate and when.</summary>
public sealed record GateScreen
{
    public required ScreenLanguage Language { get; init; }

    /// <summary>Null before sign-in.</summary>
    internal OfficerSession? Session { get; init; }

    public required LocalName Gate { get; init; }

    public required DateTimeOffset Now { get; init; }

    internal string Name(LocalName name) => Language == ScreenLanguage.Arabic ? name.Ar : name.En;
}
