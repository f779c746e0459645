using Bawaba.Pages.Language;
using Microsoft.AspNetCore.Components;

namespace Bawaba.Console.Frame;

/// <summary>A piece of a page; the screen comes to it by cascade.</summary>
public abstract class ScreenPart : ComponentBase
{
    [CascadingParameter]
    public required Screen Screen { get; set; }

    /// <summary>The texts of the screen's language.</summary>
    private protected ScreenLanguage T => Screen.Language;
}
