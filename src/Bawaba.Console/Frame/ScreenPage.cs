using Microsoft.AspNetCore.Components;

namespace Bawaba.Console.Frame;

/// <summary>A whole page, or a fragment a module asks for; everything it shows is in its view.</summary>
public abstract class ScreenPage<TView> : ScreenPart
{
    [Parameter, EditorRequired]
    public required TView View { get; set; }
}
