using Bawaba.Gate.Commissioning;

namespace Bawaba.Tests.Gate.Commissioning;

public sealed class CameraHostsTests
{
    [Theory]
    [InlineData("rtsp://192.0.2.20/1", "rtsp://192.0.2.20/2", true)]
    [InlineData("rtsp://Cam.example:554/1", "rtsp://cam.example:554/2", true)]
    [InlineData("rtsp://192.0.2.20/1", "rtsp://192.0.2.21/1", false)]
    [InlineData("rtsp://192.0.2.20:554/1", "rtsp://192.0.2.20:8554/1", false)]
    [InlineData("rtsps://192.0.2.20/1", "rtsp://192.0.2.20/1", false)]
    [InlineData(null, "rtsp://192.0.2.20/1", false)]
    [InlineData("rtsp://192.0.2.20/1", "", false)]
    public void A_password_belongs_to_one_machine(string? one, string other, bool same) => Assert.Equal(same, CameraHosts.AreSame(one, other));
}
