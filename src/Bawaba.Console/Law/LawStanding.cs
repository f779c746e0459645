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

    internal static string Standing(this ScreenLanguage language, ActivationOrder order, DateTimeOffset now) => order switch
    {
        { State: OrderState.Approved } when order.IsActiveAt(now) => language["mandate.active"],
        { State: OrderState.Approved } when now < order.FromAt => language["mandate.not-yet"],
        { State: OrderState.Approved } when now < order.UntilAt => language["mandate.other-hours"],
        { State: OrderState.Approved } => language["mandate.ended"],
        _ => language.Word(order.State),
    };
}
