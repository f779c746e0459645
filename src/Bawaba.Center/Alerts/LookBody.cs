namespace Bawaba.Center.Alerts;

/// <summary>Who did a step, on the wire. Sessions stay inside.</summary>
internal sealed record LookBody(string Account, string DisplayName, DateTimeOffset At)
{
    internal static LookBody? Of(Look? look) => look is null ? null : new(look.Account.ToString(), look.DisplayName, look.At);
}
