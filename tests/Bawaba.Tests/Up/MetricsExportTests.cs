using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Bawaba.Up;

namespace Bawaba.Tests.Up;

public sealed class MetricsExportTests
{
    [Theory]
    [InlineData("https://collector.example:4318", true)]
    [InlineData("http://localhost:4318", true)]
    [InlineData("http://127.0.0.1:4318", true)]
    [InlineData("http://collector.example:4318", false)]
    [InlineData("https://user:word@collector.example:4318", false)]
    [InlineData("https://collector.example:4318/v1/metrics", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("collector", false)]
    public void Figures_go_by_https_or_stay_on_this_machine(string address, bool fits) => Assert.Equal(fits, MetricsExport.FaultOf(address) is null);

    [Fact]
    public void Without_an_address_nothing_is_started() => Assert.Null(MetricsExport.Start(null, "bawaba"));

    [Fact]
    public async Task A_collector_gets_the_figures_of_our_meters()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        using var meter = new Meter("Bawaba.Tests");
        var counter = meter.CreateCounter<long>("bawaba.tests.figures");
        using var export = MetricsExport.Start($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}", "bawaba-tests", everyMilliseconds: 200);
        counter.Add(1);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        using var connection = await free.AcceptTcpClientAsync(patience.Token);
        var (stream, said, buffer) = (connection.GetStream(), new StringBuilder(), new byte[16 << 10]);
        while (!said.ToString().Contains("bawaba.tests.figures", StringComparison.Ordinal))
            said.Append(Encoding.Latin1.GetString(buffer, 0, await stream.ReadAsync(buffer, patience.Token)));
        Assert.StartsWith("POST /v1/metrics HTTP/1.1", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("bawaba-tests", said.ToString(), StringComparison.Ordinal);
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), patience.Token);
    }
}
