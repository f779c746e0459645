using Bawaba.Gate.Commissioning;

namespace Bawaba.Tests.Gate.Commissioning;

public sealed class AddressTesterTests
{
    [Theory]
    [InlineData("rtsp://169.254.169.254/latest")]
    [InlineData("rtsp://2851995646/latest")]
    [InlineData("rtsp://0xa9fea9fe/latest")]
    [InlineData("rtsp://169.16689662/latest")]
    [InlineData("rtsp://[fe80::1]/1")]
    [InlineData("rtsp://[::ffff:169.254.169.254]/1")]
    public async Task A_link_local_address_is_not_opened_however_it_is_written(string address)
    {
        var failed = Assert.IsType<AddressTest.Failed>(await new AddressTester(TimeProvider.System).RunAsync(address, null, TestContext.Current.CancellationToken));
        Assert.Equal(("wrong-scheme", "link-local addresses are not opened"), (failed.ReasonCode, failed.Detail));
    }
}
