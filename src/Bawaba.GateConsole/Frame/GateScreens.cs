using Bawaba.Gate;
using Bawaba.GateConsole.Security;
using Bawaba.Pages.Language;
using Microsoft.AspNetCore.Http;

namespace Bawaba.GateConsole.Frame;

/// <summary>Makes the <see cref="GateScreen"/> of a request.</summary>
internal sealed class GateScreens(GateHost host, TimeProvider time)
{
    internal GateScreen Begin(HttpContext context) => new()
    {
        Language = LanguageCookie.Read(context),
        Session = OfficerCookie.Read(context) is { } token ? host.OfficerDoor.Find(token) : null,
        Gate = host.Settings.Name,
        Now = time.GetUtcNow(),
    };
}
