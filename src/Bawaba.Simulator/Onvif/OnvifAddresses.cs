namespace Bawaba.Simulator.Onvif;

/// <summary>Where one camera's services are.</summary>
/// <param name="Root">http://127.0.0.1:PORT/onvif/CAMERA</param>
/// <param name="Stream">rtsp://127.0.0.1:PORT/CAMERA</param>
internal sealed record OnvifAddresses(string Root, string Stream)
{
    internal string Device => Root + "/device";

    internal string Media => Root + "/media";

    internal string Events => Root + "/events";

    internal string Snapshot => Root + "/snapshot.jpg";
}
