// The room asks nobody outside for anything: the whole program and a real browser at every screen, each call to the network seen at the kernel.
using System.Diagnostics;
using System.Net;
using Bawaba.SystemTests.Running;
using Microsoft.Playwright;

namespace Bawaba.SystemTests.Up;

public sealed class OutboundTests(TracedCity traced) : IClassFixture<TracedCity>
{
    private const float AlertPatience = 150_000;

    // A traced browser and a traced ffmpeg are several times slower.
    private const float MovingPatience = 60_000;

    // Three drawn cameras alone are three streams and as many searches; a browser opens connections for every page.
    private const int LeastOfProgram = 3;
    private const int LeastOfBrowser = 20;

    // Chromium asks its own kernel, not the network, whether there is a road for IPv6: it connects a datagram socket to this address and sends
    // nothing on it. No flag ends that. Nothing of ours is excepted.
    private static readonly SocketTarget RouteQuestion = new("connect", IPAddress.Parse("2001:4860:4860::8888"), 443);

    // Every address a page's markup names, as the browser understands it.
    private const string AddressesOfPage = """
        () => ['src', 'href', 'action', 'data', 'poster', 'srcset', 'formaction', 'xlink:href'].flatMap(name =>
          [...document.querySelectorAll(`[${CSS.escape(name)}]`)].map(e => e.getAttribute(name)).filter(v => v !== null)
            .map(value => new URL(name === 'srcset' ? value.split(' ')[0] : value, document.baseURI).href))
        """;

    [Fact]
    public async Task Neither_the_program_nor_any_of_its_screens_asks_anybody_outside_for_anything()
    {
        var city = traced.City;
        var (asked, faults, screens) = (new List<string>(), new List<string>(), 0);
        foreach (var data in ScreensTests.Pages)
        {
            var (role, paths) = data.Data;
            var page = await city.SignedInAsync(role);
            page.Request += (_, request) => { lock (asked) asked.Add(request.Url); };
            foreach (var path in paths)
            {
                var answer = await page.GotoAsync(path);
                await page.Locator("main").WaitForAsync();
                faults.AddRange((await page.EvaluateAsync<string[]>(AddressesOfPage)).Where(a => !IsOurs(a)).Select(a => $"{path} names {a}"));
                faults.AddRange(ForeignSources(await answer!.HeaderValueAsync("content-security-policy")).Select(s => $"{path} lets in {s}"));
                screens++;
            }
            if (role == "operator")
                await WorkAsync(page);
            await page.Context.CloseAsync();
        }
        Assert.True(screens >= 40, $"{screens} screens");
        Assert.True(asked.Count > screens, $"{asked.Count} requests");
        faults.AddRange(asked.Distinct(StringComparer.Ordinal).Where(url => !IsOurs(url)).Select(url => $"a page asked {url}"));
        var (program, browser) = (SocketTrace.Read(traced.ProgramTrace), SocketTrace.Read(traced.BrowserTrace));
        TestContext.Current.TestOutputHelper?.WriteLine($"{screens} screens, {asked.Count} requests; {program.Count} connects and sends of the program, {browser.Count} of the browser");
        Assert.True(program.Count >= LeastOfProgram, $"{program.Count} calls of the program were seen");
        Assert.True(browser.Count >= LeastOfBrowser, $"{browser.Count} calls of the browser were seen");
        faults.AddRange(program.Where(t => !t.IsThisMachine).Select(t => $"the program: {t}").Distinct(StringComparer.Ordinal));
        faults.AddRange(browser.Where(t => !t.IsThisMachine && t != RouteQuestion).Select(t => $"the browser: {t}").Distinct(StringComparer.Ordinal));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [InlineData("""77  connect(3, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("192.0.2.1")}, 16) = -1 ENETUNREACH (Network is unreachable)""", "connect 192.0.2.1 port 443")]
    [InlineData("""77 connect(3, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("192.0.2.1")}, 16 <unfinished ...>""", "connect 192.0.2.1 port 443")]
    [InlineData("""77 connect(3, {sa_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:db8::1", &sin6_addr), sin6_scope_id=0}, 28) = 0""", "connect 2001:db8::1 port 80")]
    [InlineData("""77 sendto(3, ""..., 40, MSG_NOSIGNAL, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.53")}, 16) = 40""", "sendto 192.0.2.53 port 53")]
    [InlineData("""77 sendmmsg(3, [{msg_hdr={msg_name={sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.53")}, msg_namelen=16, msg_iov=[{iov_base=""..., iov_len=28}]}}], 1, 0) = 1""", "sendmmsg 192.0.2.53 port 53")]
    [InlineData("""77 connect(3, {sa_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::ffff:192.0.2.1", &sin6_addr), sin6_scope_id=0}, 28) = 0""", "connect ::ffff:192.0.2.1 port 80")]
    public void A_call_to_somebody_outside_is_seen_in_a_trace(string line, string expected)
    {
        var target = Assert.Single(SocketTrace.Parse([line]));
        Assert.Equal((expected, false), (target.ToString(), target.IsThisMachine));
    }

    [Fact]
    public void A_call_to_this_machine_or_to_no_network_is_none_to_somebody_outside()
    {
        var targets = SocketTrace.Parse(
        [
            """7 connect(3, {sa_family=AF_UNIX, sun_path="/var/run/nscd/socket"}, 110) = -1 ENOENT (No such file or directory)""",
            """7 sendto(3, [{nlmsg_len=20}], 20, 0, {sa_family=AF_NETLINK, nl_pid=0, nl_groups=00000000}, 12) = 20""",
            """7 sendto(3, ""..., 40, 0, NULL, 0) = 40""",
            """7 connect(3, {sa_family=AF_INET, sin_port=htons(8080), sin_addr=inet_addr("127.0.0.1")}, 16) = 0""",
            """7 connect(3, {sa_family=AF_INET6, sin6_port=htons(8080), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::ffff:127.0.0.1", &sin6_addr), sin6_scope_id=0}, 28) = 0""",
        ]);
        Assert.Equal([true, true], targets.Select(t => t.IsThisMachine));
    }

    [Fact]
    public async Task What_a_child_of_a_traced_program_tries_is_seen_also_where_there_is_no_road_to_it()
    {
        using var folder = new TempFolder();
        var log = folder.File("trace");
        string[] command = [.. SocketTrace.Before(log), "sh", "-c", "bash -c 'echo x > /dev/udp/192.0.2.9/53' 2> /dev/null; true"];
        using var run = Process.Start(new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false })!;
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Contains(SocketTrace.Read(log), t => t is { Port: 53, IsThisMachine: false } && t.Address.ToString() == "192.0.2.9");
    }

    // What people do beside opening a page: an alert with its pictures, its clip, and a camera's live picture.
    private static async Task WorkAsync(IPage page)
    {
        await page.GotoAsync("/");
        var row = page.Locator("[data-testid=alert-row]").First;
        await row.WaitForAsync(new() { Timeout = AlertPatience });
        var alert = await row.GetAttributeAsync("data-alert-id");
        await page.Locator($"#alert-{alert}").ClickAsync();
        await page.WaitForFunctionAsync("() => { const i = document.querySelector('[data-testid=crop]'); return i?.complete && i.naturalWidth > 40; }");
        await page.GotoAsync($"/alerts/{alert}");
        await page.Locator("[data-testid=alert-card]").First.WaitForAsync();
        await page.Locator("[data-testid=frames][data-state=there]").WaitForAsync(new() { Timeout = AlertPatience });
        await page.Keyboard.PressAsync("p");
        await page.Locator("bawaba-clip[data-state=playing]").WaitForAsync(new() { Timeout = MovingPatience });
        await page.GotoAsync("/gates/north");
        await page.GetByTestId("watch").First.ClickAsync();
        await page.Locator("bawaba-video[data-state=playing]").First.WaitForAsync(new() { Timeout = MovingPatience });
    }

    private bool IsOurs(string url) =>
        new Uri(url) is var uri && (uri.Scheme is "blob" or "data" or "tel" or "mailto" || uri.GetLeftPart(UriPartial.Authority) == traced.City.Address.GetLeftPart(UriPartial.Authority));

    private static IEnumerable<string> ForeignSources(string? policy) => policy is null
        ? ["everything: it has no policy"]
        : policy.Split(';', StringSplitOptions.TrimEntries).SelectMany(rule => rule.Split(' ').Skip(1)).Where(source => source is not ("'self'" or "'none'" or "blob:"));
}
