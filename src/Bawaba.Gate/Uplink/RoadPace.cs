// How often to ask over a road: a call that took long is made seldom. Used for orders and reports.
namespace Bawaba.Gate.Uplink;

internal static class RoadPace
{
    // At most a fifth of the time is spent asking.
    private const double Rest = 4;

    internal static TimeSpan After(TimeSpan took, TimeSpan least, TimeSpan most)
    {
        var pause = took * Rest;
        return pause < least ? least : pause > most ? most : pause;
    }
}
