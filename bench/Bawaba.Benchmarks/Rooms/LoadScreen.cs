// One of the scripted screens: the live connection of a room page, and everything that page asks for at each hint, when and as often
// as its modules do (alert-list.js, live-parts.js, alert-workspace.js). Promises: it draws nothing; the server cannot tell.
using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Bawaba.Benchmarks.Rooms;

internal sealed class LoadScreen : IDisposable
{
    private const int MostTogether = 100;
    private const int BrowserConnections = 6;
    private static readonly TimeSpan PartsAtMostEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);
    private readonly HttpClient _http;
    private readonly SemaphoreSlim _heard = new(0, 1);
    private readonly SemaphoreSlim _parts = new(0, 1);
    private readonly ConcurrentDictionary<string, byte> _wanted = new(StringComparer.Ordinal);
    private volatile bool _wantAll;

    internal LoadScreen(Uri address, string token)
    {
        _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = BrowserConnections, UseCookies = false, UseProxy = false }, disposeHandler: true) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.Add("Cookie", $"bawaba-session={token}");
    }

    /// <summary>The rows as the screen knows them.</summary>
    internal ConcurrentDictionary<string, LoadRow> Rows { get; } = new(StringComparer.Ordinal);

    internal long Calls;
    internal long Refused;
    internal long Reloads;

    internal async Task RunAsync(CancellationToken cancellation)
    {
        await GetAsync("/", "text/html", cancellation);
        await Task.WhenAll(LoopAsync(ListenAsync, cancellation), LoopAsync(AskAsync, cancellation), LoopAsync(RenewAsync, cancellation));
    }

    /// <summary>What a person does who lets one pass: opens its card with the crop, rejects it, and sees the card again.</summary>
    internal async Task<bool> RejectAsync(LoadRow row, CancellationToken cancellation)
    {
        await GetAsync($"/alerts/{row.Id}", "text/html", cancellation);
        await GetAsync($"/api/alerts/{row.Id}/crop", "image/jpeg", cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/alerts/{row.Id}/reject") { Content = JsonContent.Create(new { reason = "Other" }) };
        request.Headers.IfMatch.Add(new($"\"{row.Version}\""));
        using var answer = await _http.SendAsync(request, cancellation);
        Count(answer);
        // The page writes the row anew when it hears of it; nobody decides it a second time meanwhile.
        Rows.TryRemove(row.Id, out _);
        await GetAsync($"/alerts/{row.Id}", "text/html", cancellation);
        return answer.IsSuccessStatusCode;
    }

    /// <summary>Milliseconds of one call, the median of so many one after another.</summary>
    internal async Task<double> TimeAsync(string path, int times)
    {
        var took = new List<double>();
        for (var i = 0; i < times; i++)
        {
            var began = TimeProvider.System.GetTimestamp();
            await GetAsync(path, "text/html", CancellationToken.None);
            took.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }
        return took.Order().ElementAt(times / 2);
    }

    public void Dispose()
    {
        _http.Dispose();
        _heard.Dispose();
        _parts.Dispose();
    }

    private static async Task LoopAsync(Func<CancellationToken, Task> once, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await once(cancellation);
            }
            catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException)
            {
                await Task.Delay(Retry, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/live");
        request.Headers.Accept.Add(new("text/event-stream"));
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        Count(response);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellation))
            Hear(item);
    }

    private void Hear(SseItem<string> item)
    {
        if (item.EventType == "reload")
        {
            Interlocked.Increment(ref Reloads);
            _wantAll = true;
            Wake(_heard);
            Wake(_parts);
        }
        if (item.EventType != "change")
            return;
        using var change = JsonDocument.Parse(item.Data);
        var kind = change.RootElement.GetProperty("kind").GetString();
        if (kind is "Gate" or "Counts" or "Alert" or "List" or "Incident")
            Wake(_parts);
        if (kind is not "Alert")
            return;
        var id = change.RootElement.GetProperty("subject").GetString()!;
        if (Rows.TryGetValue(id, out var row) && row.Version >= change.RootElement.GetProperty("version").GetInt64())
            return;
        _wanted[id] = 0;
        Wake(_heard);
    }

    // One asking at a time; what is heard meanwhile is asked for in the next round.
    private async Task AskAsync(CancellationToken cancellation)
    {
        await _heard.WaitAsync(cancellation);
        while (_wantAll || !_wanted.IsEmpty)
        {
            var all = _wantAll;
            var ids = _wanted.Keys.ToArray();
            _wantAll = false;
            foreach (var id in ids)
                _wanted.TryRemove(id, out _);
            var listed = new HashSet<string>(StringComparer.Ordinal);
            if (all)
            {
                foreach (var list in await Task.WhenAll(AskAsync("undecided=true&limit=500", cancellation), AskAsync("limit=200", cancellation)))
                    listed.UnionWith(list);
            }
            foreach (var some in (all ? ids.Concat(Rows.Keys).Distinct(StringComparer.Ordinal) : ids).Where(id => !listed.Contains(id)).Chunk(MostTogether))
                await AskAsync(string.Join('&', some.Select(id => $"id={id}")), cancellation);
        }
    }

    private async Task<IReadOnlyList<string>> AskAsync(string query, CancellationToken cancellation)
    {
        if (await GetAsync($"/api/alerts?{query}", "application/json", cancellation) is not { } body)
            return [];
        using var json = JsonDocument.Parse(body);
        var rows = json.RootElement.GetProperty("alerts").EnumerateArray().Select(LoadRow.Of).ToList();
        foreach (var row in rows)
            Take(row);
        return [.. rows.Select(row => row.Id)];
    }

    private void Take(LoadRow row)
    {
        if (row.IsOpen)
            Rows[row.Id] = row;
        else
            Rows.TryRemove(row.Id, out _);
    }

    private async Task RenewAsync(CancellationToken cancellation)
    {
        await _parts.WaitAsync(cancellation);
        await GetAsync("/", "text/html", cancellation);
        await Task.Delay(PartsAtMostEvery, cancellation);
    }

    private async Task<byte[]?> GetAsync(string path, string accept, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        using var answer = await _http.SendAsync(request, cancellation);
        Count(answer);
        var body = await answer.Content.ReadAsByteArrayAsync(cancellation);
        return answer.IsSuccessStatusCode ? body : null;
    }

    private void Count(HttpResponseMessage answer)
    {
        Interlocked.Increment(ref Calls);
        if (answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.Forbidden or HttpStatusCode.InternalServerError)
            Interlocked.Increment(ref Refused);
    }

    private static void Wake(SemaphoreSlim sleeper)
    {
        if (sleeper.CurrentCount > 0)
            return;
        try
        {
            sleeper.Release();
        }
        catch (SemaphoreFullException)
        {
            // Another has woken it.
        }
    }
}
