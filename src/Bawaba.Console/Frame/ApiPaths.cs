using Bawaba.Center.Alerts;
using Bawaba.Contracts;

namespace Bawaba.Console.Frame;

/// <summary>The center's addresses that pages point to.</summary>
internal static class ApiPaths
{
    internal static string Alert(AlertId alert) => $"/api/alerts/{alert}";

    internal static string Picture(AlertId alert, AlertPicture picture) => $"{Alert(alert)}/{(picture == AlertPicture.Crop ? "crop" : "overview")}";

    internal static string Live(GateId gate, CameraId camera) => $"/api/gates/{gate}/cameras/{camera}/live";

    internal static string Snapshot(GateId gate, CameraId camera) => $"/api/gates/{gate}/cameras/{camera}/picture";
}
