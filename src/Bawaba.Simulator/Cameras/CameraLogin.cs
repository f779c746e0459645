namespace Bawaba.Simulator.Cameras;

/// <summary>What a simulated camera wants to hear. For tests and demonstrations; never a real camera's.</summary>
public sealed record CameraLogin(string UserName, string Password)
{
    public override string ToString() => "(login)";
}
