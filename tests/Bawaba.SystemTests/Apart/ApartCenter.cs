// A center as its own process, with people who have accounts, and what they do on the gates' pages. Everything goes
// through the screens' own forms, as a person's browser would send them.
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bawaba.SystemTests.Running;
using Bawaba.Tests.Center;

namespace Bawaba.SystemTests.Apart;

internal sealed partial class ApartCenter : IAsyncDisposable
{
    private const int MatchMilliseconds = 1000;
    internal const string Password = "a long enough password";
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, HttpClient> _people = new(StringComparer.Ordinal);
    private readonly int _port;
    private readonly int _doorPort;
    private readonly string[] _more;
    private BawabaProcess? _center;

    // Both are held until both are known: a port that is given back may be given out again.
    private ApartCenter(string[] more)
    {
        _more = more;
        using var screens = Listen();
        using var door = Listen();
        (_port, _doorPort) = (PortOf(screens), PortOf(door));
    }

    internal BawabaProcess Process => _center ?? throw new InvalidOperationException("not started");

    internal string Door => $"https://localhost:{_doorPort}";

    internal string Screens => $"http://127.0.0.1:{_port}";

    internal string Data => _folder.File("center");

    internal string GateData(string name) => _folder.File(name);

    /// <summary>A center with accounts and these further arguments; beside another, on its store, with its accounts.</summary>
    internal static Task<ApartCenter> StartAsync(ApartCenter? beside = null, Action<ApartCenter>? arrange = null, params string[] more) =>
        StartAsync(NoCamera, beside, arrange, more);

    /// <param name="camera">Address of the north gate's camera; nothing listens at the usual one.</param>
    internal static async Task<ApartCenter> StartAsync(string camera, ApartCenter? beside = null, Action<ApartCenter>? arrange = null, params string[] more)
    {
        var center = new ApartCenter(more);
        Directory.CreateDirectory(center.Data);
        await File.WriteAllTextAsync(Path.Combine(center.Data, "city.json"), City.Replace(NoCamera, camera, StringComparison.Ordinal));
        if (beside is not null)
            CopyKey(beside, center);
        arrange?.Invoke(center);
        foreach (var (name, secret) in beside?.Secrets ?? [])
            center.Secrets[name] = secret;
        try
        {
            await center.RunAsync();
            await (beside is null ? center.MakeAccountsAsync() : center.SignInAsync("commander"));
            return center;
        }
        catch
        {
            // Nobody else would end its process.
            await center.DisposeAsync();
            throw;
        }
    }

    // As whoever sets a second center up does; the copy has the mode of the file.
    private static void CopyKey(ApartCenter from, ApartCenter to)
    {
        Directory.CreateDirectory(Path.Combine(to.Data, "center"));
        File.Copy(Path.Combine(from.Data, "center", "second-factors.key"), Path.Combine(to.Data, "center", "second-factors.key"));
    }

    /// <summary>Somebody who is signed in.</summary>
    internal HttpClient Person(string name) => _people[name];

    /// <summary>Starts the process; again after it was stopped or killed.</summary>
    internal async Task RunAsync()
    {
        _center = BawabaProcess.Start(["center", "--data", Data, "--urls", Screens, "--gates", Door, .. _more]);
        await _center.ReadyAsync(StartPatience);
    }

    /// <summary>A one-time code for the gate, as the technician's page shows it.</summary>
    internal async Task<string> CodeAsync(string gate = "north")
    {
        var page = await StepAsync("technician", gate, "code");
        return CodeOnPage().Match(page) is { Success: true } code ? code.Groups["code"].Value : throw new InvalidOperationException($"no code on the page:\n{page}");
    }

    /// <summary>A step on a gate's page by somebody; the page that answered.</summary>
    internal async Task<string> StepAsync(string person, string gate, string step)
    {
        using var answer = await _people[person].PostAsync($"/gates/{gate}/computer/{step}", new FormUrlEncodedContent([]));
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>The state of a gate as screens get it.</summary>
    internal async Task<JsonElement> StateAsync(string gate = "north")
    {
        using var answer = JsonDocument.Parse(await _people["commander"].GetStringAsync($"/api/gates/{gate}"));
        return answer.RootElement.GetProperty("state").Clone();
    }

    /// <summary>Waits until the state is as wished.</summary>
    internal async Task<JsonElement> UntilAsync(Func<JsonElement, bool> wished, string what, int seconds = 30)
    {
        for (var tries = 0; tries < seconds * 5; tries++)
        {
            if (await StateAsync() is var state && wished(state))
                return state;
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException($"not in {seconds} s: {what}\n{await StateAsync()}\n{Process.Said()}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people.Values)
            person.Dispose();
        if (_center is not null)
            await _center.DisposeAsync();
        _folder.Dispose();
    }

    private async Task MakeAccountsAsync()
    {
        var link = Process.Output.Lines.Select(l => WelcomeLink().Match(l)).First(m => m.Success).Value;
        await AcceptAsync(link, "administrator");
        foreach (var (name, role) in ((string, string)[])[("technician", "Technician"), ("commander", "Commander"), ("operator", "Operator")])
            await InviteAsync(name, role);
    }

    /// <summary>Somebody with an account, signed in.</summary>
    internal async Task<HttpClient> InviteAsync(string name, string role, string chain = "")
    {
        using var answer = await _people["administrator"].PostAsync("/accounts", Form(("user", name), ("role", role), ("chain", chain)));
        await AcceptAsync(InvitationLink().Match(await answer.Content.ReadAsStringAsync()).Value, name);
        return _people[name];
    }

    /// <summary>The same person in another session.</summary>
    internal async Task<HttpClient> SignInAgainAsync(string name)
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }, disposeHandler: true) { BaseAddress = new(Screens) };
        await SignInAsync(client, name);
        return client;
    }

    /// <summary>An officer posted at the gate who has set a password for it, all by the screens' own forms.</summary>
    internal async Task<HttpClient> OfficerAsync(string name, string gate, string password)
    {
        await InviteAsync(name, "GateOfficer");
        return await PostAsync(name, gate, password);
    }

    /// <summary>Somebody with an account is posted at the gate and sets a password for it.</summary>
    internal async Task<HttpClient> PostAsync(string name, string gate, string password)
    {
        var officer = _people[name];
        var accounts = await _people["administrator"].GetStringAsync("/accounts");
        var row = accounts[accounts.IndexOf($"account-{name}\"", StringComparison.Ordinal)..];
        using var posted = await _people["administrator"].PostAsync(PostingForm().Match(row).Value, Form(("gate", gate)));
        posted.EnsureSuccessStatusCode();
        using var set = await officer.PostAsync("/gate-password", Form(("gate", gate), ("password", password), ("again", password)));
        Assert.Contains("password-set", await set.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        return officer;
    }

    private async Task AcceptAsync(string link, string name)
    {
        using var accepted = await Come(name).PostAsync(new Uri(link).PathAndQuery, Form(("user", name), ("display", name), ("password", Password), ("again", Password)));
        await SignInAsync(name);
    }

    private HttpClient Come(string name) => _people.TryGetValue(name, out var client) ? client
        : _people[name] = new(new HttpClientHandler { CookieContainer = new CookieContainer() }, disposeHandler: true) { BaseAddress = new(Screens) };

    private async Task SignInAsync(string name)
    {
        await SignInAsync(Come(name), name);
    }

    // The first time the second factor is shown; from then on a code of it is asked for.
    private async Task SignInAsync(HttpClient client, string name)
    {
        var code = Secrets.TryGetValue(name, out var secret) ? await Codes.NextAsync(secret) : null;
        using var signedIn = await client.PostAsJsonAsync("/api/session", new { userName = name, password = Password, code });
        if (signedIn.StatusCode == HttpStatusCode.PreconditionRequired)
        {
            using var shown = JsonDocument.Parse(await signedIn.Content.ReadAsStringAsync());
            Secrets[name] = shown.RootElement.GetProperty("secret").GetString()!;
            await SignInAsync(client, name);
            return;
        }
        signedIn.EnsureSuccessStatusCode();
    }

    /// <summary>The second factor of who has signed in.</summary>
    internal System.Collections.Concurrent.ConcurrentDictionary<string, string> Secrets { get; } = new(StringComparer.Ordinal);

    private static FormUrlEncodedContent Form(params IEnumerable<(string Name, string Value)> fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static int PortOf(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    [GeneratedRegex("http://[^ ]+/welcome/[A-Za-z0-9_-]+", RegexOptions.None, MatchMilliseconds)]
    private static partial Regex WelcomeLink();

    [GeneratedRegex("http://[^ <\"]+/invitation/[A-Za-z0-9_-]+", RegexOptions.None, MatchMilliseconds)]
    private static partial Regex InvitationLink();

    [GeneratedRegex("/accounts/[0-9a-f]+/gates(?=\")", RegexOptions.None, MatchMilliseconds)]
    private static partial Regex PostingForm();

    [GeneratedRegex("data-testid=\"enrolment-code\">(?<code>[^<]+)<", RegexOptions.ExplicitCapture, MatchMilliseconds)]
    private static partial Regex CodeOnPage();

    private const string NoCamera = "rtsp://127.0.0.1:9/none";

    // Nothing listens at the camera's address: what is tried here is the road, not the reading.
    internal const string City = """
        {
          "name": { "ar": "واحة", "en": "Oasis" },
          "gates": [
            {
              "id": "north", "name": { "ar": "الشمالية", "en": "North" }, "kind": "Entrance",
              "lanes": [ { "id": "in-1", "name": { "ar": "دخول", "en": "In" } } ],
              "cameras": [ { "id": "north-in-1", "lane": "in-1", "name": { "ar": "كاميرا", "en": "Camera" }, "url": "rtsp://127.0.0.1:9/none" } ]
            }
          ]
        }
        """;
}
