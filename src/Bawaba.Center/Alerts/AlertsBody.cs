namespace Bawaba.Center.Alerts;

/// <summary>Alerts on the wire, newest first.</summary>
internal sealed record AlertsBody(long Seq, IReadOnlyList<AlertBody> Alerts)
{
    internal static AlertsBody Of(AlertPage page) => new(page.Seq, page.Alerts.Select(AlertBody.Of).ToArray());
}
