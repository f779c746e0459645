// The road to the center between machines: ICenterLink over mutually authenticated HTTPS. Used by the uplink of one gate.
// Promises: whatever is wrong throws and the caller backs off; a call that hangs ends by itself; the certificate is renewed
// in its last third, and being late stops nothing.
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Serialization.Metadata;
using Bawaba.Contracts;
using Bawaba.Contracts.Enrolment;
using Bawaba.Gate.Enrolment;
using Microsoft.Extensions.Logging;

namespace Bawaba.Gate.Uplink;

/// <summary>The center over the network.</summary>
public sealed partial class HttpCenterLink : ICenterLink, IDisposable
{
    // A batch on a bad road takes its time; a call that brings nothing for this long is over.
    private static readonly TimeSpan CallPatience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan WirePing = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan RenewTryEvery = TimeSpan.FromHours(1);

    // The year 9999: what is beyond is no date.
    private const long MaxMicroseconds = 253_402_300_799_000_000;
    private readonly Uri _center;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private GateIdentity _identity;
    private HttpClient _client;
    private (GateOrders Orders, EntityTagHeaderValue? Tag)? _orders;
    private DateTimeOffset _renewTriedAt = DateTimeOffset.MinValue;

    /// <param name="center">https://host:port of the door for gates.</param>
    /// <param name="identity">Becomes this object's own.</param>
    public HttpCenterLink(Uri center, GateIdentity identity, TimeProvider time, ILogger<HttpCenterLink> logger)
    {
        (_center, _identity, _time, _logger) = (center, identity, time, logger);
        _client = Connect(center, identity);
    }

    public async Task<IntakeAck> DeliverAsync(IntakeBatch batch, CancellationToken cancellation)
    {
        using var body = PackedJson.Of(batch, ContractsJson.Default.IntakeBatch);
        using var response = await _client.PostAsync(new Uri(GateRoutes.Prefix + GateRoutes.Records, UriKind.Relative), body, cancellation).ConfigureAwait(false);
        return await AnswerAsync(response, ContractsJson.Default.IntakeAck, cancellation).ConfigureAwait(false);
    }

    public async Task<GateOrders> GetOrdersAsync(GateId gate, CancellationToken cancellation)
    {
        await RenewIfDueAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await FetchOrdersAsync(cancellation).ConfigureAwait(false);
        }
        catch (InvalidDataException) when (_orders is not null)
        {
            // A difference that does not fit: the next time the whole.
            _orders = null;
            throw;
        }
    }

    private async Task<GateOrders> FetchOrdersAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(GateRoutes.Prefix + GateRoutes.Orders, UriKind.Relative));
        request.Headers.Add(GateRoutes.KnowsDuties, GateRoutes.AllDuties);
        if (_orders is { Tag: { } tag })
        {
            request.Headers.IfNoneMatch.Add(tag);
            request.Headers.Add(GateRoutes.Delta, "1");
        }
        using var response = await _client.SendAsync(request, cancellation).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.NotModified && _orders is var (unchanged, _))
            return unchanged with { IssuedAt = ConfirmedAt(response) };
        var orders = response.Headers.Contains(GateRoutes.Delta) && _orders is var (before, _)
            ? (await AnswerAsync(response, ContractsJson.Default.OrdersDelta, cancellation).ConfigureAwait(false)).Apply(before)
            : await AnswerAsync(response, ContractsJson.Default.GateOrders, cancellation).ConfigureAwait(false);
        _orders = (orders, response.Headers.ETag);
        return orders;
    }

    private static DateTimeOffset ConfirmedAt(HttpResponseMessage response) =>
        response.Headers.TryGetValues(GateRoutes.ConfirmedAt, out var values)
        && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)
        && microseconds < MaxMicroseconds
            ? DateTimeOffset.UnixEpoch.AddMicroseconds(microseconds)
            : throw new InvalidDataException("the center does not say when it confirmed the orders");

    public async Task ReportAsync(GateReport report, CancellationToken cancellation)
    {
        using var response = await _client.PostAsJsonAsync(GateRoutes.Prefix + GateRoutes.Report, report, ContractsJson.Default.GateReport, cancellation).ConfigureAwait(false);
        Require(response);
    }

    /// <summary>Opens the gate's wire, over which the room may look. The socket is the caller's.</summary>
    public async Task<WebSocket> OpenWireAsync(CancellationToken cancellation)
    {
        var socket = new ClientWebSocket();
        try
        {
            socket.Options.KeepAliveInterval = WirePing;
            socket.Options.KeepAliveTimeout = WirePing;
            var address = new UriBuilder(_center) { Scheme = "wss", Path = GateRoutes.Prefix + GateRoutes.Wire };
            await socket.ConnectAsync(address.Uri, _client, cancellation).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _identity.Dispose();
    }

    private async Task RenewIfDueAsync(CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        if (!_identity.WantsRenewal(now) || now - _renewTriedAt < RenewTryEvery)
            return;
        _renewTriedAt = now;
        try
        {
            using var response = await _client.PostAsJsonAsync(
                GateRoutes.Prefix + GateRoutes.Renew, Convert.ToBase64String(_identity.AskAgain()), ContractsJson.Default.String, cancellation).ConfigureAwait(false);
            var answer = await AnswerAsync(response, ContractsJson.Default.GateCertificate, cancellation).ConfigureAwait(false);
            var (before, beforeClient) = (_identity, _client);
            _identity = before.Renewed(answer);
            _client = Connect(_center, _identity);
            beforeClient.Dispose();
            before.Dispose();
            LogRenewed(_logger, _identity.Gate.Value, _identity.Certificate.NotAfter);
        }
        catch (Exception e) when (e is HttpRequestException or InvalidDataException or IOException)
        {
            LogNotRenewed(_logger, _identity.Gate.Value, e.Message);
        }
    }

    private static HttpClient Connect(Uri center, GateIdentity identity) =>
        CenterConnection.Open(center, (_, presented, _, _) => CenterTrust.Believes(identity.Authority, presented), identity, CallPatience);

    private static void Require(HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"the center answered {(int)response.StatusCode} to {response.RequestMessage?.RequestUri?.AbsolutePath}", null, response.StatusCode);
    }

    private static async Task<T> AnswerAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> shape, CancellationToken cancellation)
        where T : class
    {
        Require(response);
        return await response.Content.ReadFromJsonAsync(shape, cancellation).ConfigureAwait(false) ?? throw new InvalidDataException("the center answered nothing");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Gate {Gate}: its certificate was renewed, until {Until}")]
    private static partial void LogRenewed(ILogger logger, string gate, DateTime until);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Gate {Gate}: its certificate could not be renewed ({Reason}); the old one goes on")]
    private static partial void LogNotRenewed(ILogger logger, string gate, string reason);
}
