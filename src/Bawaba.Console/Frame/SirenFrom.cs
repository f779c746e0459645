using Bawaba.Center.Alerts;
using Bawaba.Center.Operators;

namespace Bawaba.Console.Frame;

/// <summary>From which escalation on alerts call a console; it is the console of a person's role.</summary>
internal static class SirenFrom
{
    internal const string Nobody = "None";

    /// <summary>The word for the page's modules: an <see cref="EscalationLevel"/>, or None for whom nothing calls.</summary>
    internal static string Of(Role role) => role switch
    {
        Role.Supervisor => nameof(EscalationLevel.Supervisor),
        Role.Commander => nameof(EscalationLevel.Commander),
        Role.Operator or Role.GateOfficer => nameof(EscalationLevel.Operator),
        // The auditor watches; whoever else may see alerts is not called to them.
        _ => Nobody,
    };

    /// <summary>Whether units whose crew's word is missing call this console, as pages' modules read it.</summary>
    internal static string Units(Screen screen) => screen.Can(Permission.WorkUnits) ? "yes" : "no";
}
