// Positions over MQTT, from a real broker in this process.
using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Bawaba.Center.Units;
using Bawaba.Tests.Center.Units;
using Microsoft.Extensions.Logging.Abstractions;
using MQTTnet;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace Bawaba.Tests.Center.Screens;

public sealed class MqttRoadTests
{
    private static readonly DateTimeOffset Now = CenterRig.Start;

    [Fact]
    public async Task A_position_comes_from_the_broker_with_a_password_and_again_after_the_broker_was_away()
    {
        await using var rig = await UnitRig.StartAsync();
        await rig.BringToAsync(UnitStatus.Available);
        var port = FreePort();
        using var road = new MqttRoad(
            MqttAddress.Parse($"mqtt://center:s%3Acret@127.0.0.1:{port}"), rig.Center.Get<PositionIntake>(), rig.Center.Time, NullLogger<MqttRoad>.Instance);
        // The broker is not there yet.
        await road.StartAsync(rig.Cancellation);
        foreach (var latitude in new[] { 27.1, 27.2 })
        {
            using var broker = await BrokerAsync(port);
            await EventuallyAsync(rig, async () =>
            {
                await SendAsync(broker, "bawaba/units/patrol-1/position", Body(latitude, rig.Center.Now));
                return (await rig.UnitAsync()).Position?.Point?.Latitude == latitude;
            });
            await broker.StopAsync();
        }
        Assert.Equal(PositionSource.Feed, (await rig.UnitAsync()).Position!.Source);
        await road.StopAsync(rig.Cancellation);
    }

    [Fact]
    public void What_is_no_position_is_dropped()
    {
        Assert.NotNull(Read("bawaba/units/patrol-1/position", Body(27, Now)));
        Assert.Null(Read("bawaba/units/patrol-1/else", Body(27, Now)));
        Assert.Null(Read("bawaba/units/PATROL/position", Body(27, Now)));
        Assert.Null(Read("bawaba/units/patrol-1/position", Body(91, Now)));
        Assert.Null(Read("bawaba/units/patrol-1/position", Body(27, Now.AddMinutes(-11))));
        Assert.Null(Read("bawaba/units/patrol-1/position", Body(27, Now.AddMinutes(1))));
        Assert.Null(Read("bawaba/units/patrol-1/position", "{"));
        Assert.Null(Read("bawaba/units/patrol-1/position", "null"));
        Assert.Null(Read("bawaba/units/patrol-1/position", ""));
        Assert.Null(Read("bawaba/units/patrol-1/position", Body(27, Now) + new string(' ', 600)));
        // The topic says whose it is, whatever the body says.
        Assert.Equal("patrol-1", Read("bawaba/units/patrol-1/position", Body(27, Now).Replace("{", "{\"unit\":\"patrol-2\",", StringComparison.Ordinal))!.Unit.Value);
    }

    [Theory]
    [InlineData("mqtt://192.0.2.7:1883")]
    [InlineData("http://127.0.0.1")]
    [InlineData("mqtts:///position")]
    [InlineData("mqtts://host/topic")]
    [InlineData("nonsense")]
    public void A_broker_on_another_machine_is_reached_over_tls_alone(string text)
    {
        var refused = Assert.Throws<FormatException>(() => MqttAddress.Parse(text));
        Assert.DoesNotContain(text, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_shows_no_password()
    {
        var address = MqttAddress.Parse("mqtts://center:secret@broker.example");
        Assert.Equal(("mqtts://broker.example:8883", true), (address.ToString(), address.HasPassword));
        Assert.Equal(("center", "secret"), address.Reveal());
    }

    private static PositionReport? Read(string topic, string body) => MqttRoad.Read(topic, new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(body)), Now);

    private static string Body(double latitude, DateTimeOffset at) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{{\"latitude\":{latitude},\"longitude\":14.4,\"at\":\"{at:O}\"}}");

    private static async Task<MqttServer> BrokerAsync(int port)
    {
        var broker = new MqttServerFactory().CreateMqttServer(new MqttServerOptionsBuilder()
            .WithDefaultEndpoint().WithDefaultEndpointPort(port).WithDefaultEndpointBoundIPAddress(IPAddress.Loopback).WithDefaultEndpointBoundIPV6Address(IPAddress.None).Build());
        broker.ValidatingConnectionAsync += e =>
        {
            e.ReasonCode = e is { UserName: "center", Password: "s:cret" } ? MqttConnectReasonCode.Success : MqttConnectReasonCode.BadUserNameOrPassword;
            return Task.CompletedTask;
        };
        await broker.StartAsync();
        return broker;
    }

    private static Task SendAsync(MqttServer broker, string topic, string body) => broker.InjectApplicationMessage(
        new InjectedMqttApplicationMessage(new MqttApplicationMessageBuilder().WithTopic(topic).WithPayload(body).Build()) { SenderClientId = "tracker" },
        TestContext.Current.CancellationToken);

    // The road waits by the fake clock, the broker by the real one.
    private static async Task EventuallyAsync(UnitRig rig, Func<Task<bool>> isSo)
    {
        for (var i = 0; i < 300; i++)
        {
            if (await isSo())
                return;
            rig.Center.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, rig.Cancellation);
        }
        Assert.Fail("no position came");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
