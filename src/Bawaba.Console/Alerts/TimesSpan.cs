namespace Bawaba.Console.Alerts;

/// <summary>The while the times page is about.</summary>
public enum TimesSpan
{
    Today = 0,
    Week = 1,
    Month = 2,
}
