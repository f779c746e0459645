// Where an entry or an order stands now, in words: its state, and what the clock makes of it.
using Bawaba.Center.Mandates;
using Bawaba.Center.Watchlists;
using Bawaba.Pages.Language;

namespace Bawaba.Console.Law;

internal static class LawStanding
{
    internal static string Standing(this ScreenLanguage language, WatchlistEntry entry, DateTimeOffset now) => entry switch
    {
        { State: EntryState.Active } when now >= entry.ExpiresAt => language["entry.ended"],
        { State: EntryState.Active } when now < entry.ApprovedAt => language["entry.not-yet"],
        _ => language.Word(entry.State),
    };

    /// <summary>Whole days to the end of an order that ends within two weeks; null for every other.</summary>
    internal static int? DaysLeft(ActivationOrder order, DateTimeOffset now)
    {
        if (order.State is not OrderState.Approved || now < order.FromAt || now >= order.UntilAt)
            return null;
        var days = (int)Math.Ceiling((order.UntilAt - now).TotalDays);
        return days <= LawNotice.WarningDays[0] && order.UntilAt - order.FromAt > TimeSpan.FromDays(1) ? days : null;
    }

    internal static string? EndsSoon(this ScreenLanguage language, ActivationOrder order, DateTimeOffset now) =>
        DaysLeft(order, now) is { } days ? language.Format("notices.ends-in", days.ToString(System.Globalization.CultureInfo.InvariantCulture)) : null;

    internal static string Standing(this ScreenLanguage language, ActivationOrder order, DateTimeOffset now) => order switch
    {
        { State: OrderState.Approved } when order.IsActiveAt(now) => language["mandate.active"],
        { State: OrderState.Approved } when now < order.FromAt => language["mandate.not-yet"],
        { State: OrderState.Approved } when now < order.UntilAt => language["mandate.other-hours"],
        { State: OrderState.Approved } => language["mandate.ended"],
        _ => language.Word(order.State),
    };
}
