// A gate on its own machine joins a center, as a technician and a commander would do it, over real TLS.
using Bawaba.SystemTests.Running;

namespace Bawaba.SystemTests.Apart;

[Collection(Lanes.Waits)]
public sealed class EnrolmentTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_gate_enrols_with_a_code_restarts_without_one_and_is_nobody_once_revoked()
    {
        await using var center = await ApartCenter.StartAsync();
        var data = center.GateData("gate");
        var code = await center.CodeAsync();
        await using (var gate = StartWithCode(center, data, code))
        {
            Assert.Contains("north", (await ReadyAsync(gate)), StringComparison.Ordinal);
            await center.UntilAsync(s => !Unheard(s), "the gate is heard");
            Assert.Equal(0, await gate.StopAsync(StopPatience));
        }
        await center.UntilAsync(Unheard, "the stopped gate is unheard");
        await using var again = BawabaProcess.Start("gate", "--center", center.Door, "--data", data, "--urls", "https://127.0.0.1:0");
        await ReadyAsync(again);
        await center.UntilAsync(s => !Unheard(s), "the restarted gate is heard");
        // The center goes and comes back: the gate finds it by itself.
        await center.Process.KillAsync();
        await center.RunAsync();
        await center.UntilAsync(s => !Unheard(s), "the gate is heard after the center's crash");
        Assert.Contains("Revoked", await center.StepAsync("commander", "north", "revoke"), StringComparison.Ordinal);
        await center.UntilAsync(Unheard, "the revoked gate is unheard");
    }

    [Fact]
    public async Task The_list_goes_there_only_after_a_second_person_released_it()
    {
        await using var center = await ApartCenter.StartAsync();
        await using var gate = StartWithCode(center, center.GateData("gate"), await center.CodeAsync());
        await ReadyAsync(gate);
        var waiting = await center.UntilAsync(s => !Unheard(s), "the gate is heard");
        Assert.Equal(1, waiting.GetProperty("ordersVersion").GetInt64());
        Assert.Contains("Released", await center.StepAsync("commander", "north", "release"), StringComparison.Ordinal);
        await center.UntilAsync(s => s.GetProperty("ordersVersion").GetInt64() > 1, "the gate has real orders");
    }

    [Fact]
    public async Task A_code_works_once_and_what_is_no_code_is_said_so()
    {
        await using var center = await ApartCenter.StartAsync();
        var code = await center.CodeAsync();
        await using (var first = StartWithCode(center, center.GateData("first"), code))
            await ReadyAsync(first);
        await using var second = StartWithCode(center, center.GateData("second"), code);
        Assert.Equal(2, await second.ExitAsync(Patience));
        Assert.Contains("does not know this code", second.Errors.ToString(), StringComparison.Ordinal);
        await using var third = StartWithCode(center, center.GateData("third"), "hello");
        Assert.Equal(2, await third.ExitAsync(Patience));
        Assert.Contains("no enrolment code", third.Errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_center_is_told_nothing()
    {
        await using var mine = await ApartCenter.StartAsync();
        await using var other = await ApartCenter.StartAsync();
        await using var gate = StartWithCode(other, other.GateData("gate"), await mine.CodeAsync());
        Assert.Equal(2, await gate.ExitAsync(Patience));
        Assert.Contains("is not the center this code names", gate.Errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Screens_are_not_at_the_gates_door_nor_the_door_at_the_screens()
    {
        await using var center = await ApartCenter.StartAsync();
#pragma warning disable MA0039 // A stranger at the door: whom it talks to is not what is tried here.
        using var client = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true }, disposeHandler: true);
#pragma warning restore MA0039
        var cancellation = TestContext.Current.CancellationToken;
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await client.GetAsync(center.Door + "/sign-in", cancellation)).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await client.GetAsync(center.Door + "/gate/v1/orders", cancellation)).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await client.GetAsync(center.Screens + "/gate/v1/orders", cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("http://localhost:8483")]
    [InlineData("localhost")]
    [InlineData("https://user:secret@localhost:8483")]
    public async Task An_address_that_is_no_door_is_refused(string address)
    {
        await using var gate = BawabaProcess.Start("gate", "--center", address, "--data", "/nowhere");
        Assert.NotEqual(0, await gate.ExitAsync(Patience));
        Assert.Contains("https://host:port", gate.Errors.ToString(), StringComparison.Ordinal);
    }

    private static BawabaProcess StartWithCode(ApartCenter center, string data, string code)
    {
        var file = Path.Combine(Directory.CreateDirectory(data + "-code").FullName, "code.txt");
        File.WriteAllText(file, code);
        return BawabaProcess.Start("gate", "--center", center.Door, "--data", data, "--code-file", file, "--urls", "https://127.0.0.1:0");
    }

    private static async Task<string> ReadyAsync(BawabaProcess gate)
    {
        using var limit = new CancellationTokenSource(Patience);
        return await gate.Output.LineStartingAsync("Ready: ", limit.Token) ?? throw new InvalidOperationException(gate.Said());
    }

    private static bool Unheard(System.Text.Json.JsonElement state) => state.GetProperty("unheard").GetBoolean();
}
