using Bawaba.Pages.Language;
using Microsoft.AspNetCore.Components;

namespace Bawaba.GateConsole.Frame;

/// <summary>A page of the gate, or a piece of one; the screen comes to it by cascade.</summary>
public abstract class GatePart : ComponentBase
{
    [CascadingParameter]
    public required GateScreen Screen { get; set; }

    /// <summary>The texts of the screen's language.</summary>
    private protected ScreenLanguage T => Screen.Language;
}
