namespace Bawaba.Gate.Cameras;

/// <summary>What a camera asks for. Never logged, never on a command line.</summary>
public sealed record CameraCredentials(string UserName, string Password)
{
    public override string ToString() => "(credentials)";
}
