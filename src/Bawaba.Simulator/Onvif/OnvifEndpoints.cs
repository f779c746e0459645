// ONVIF over HTTP: /onvif/CAMERA/{device|media|events|events/POINT} and a snapshot. Mapped by SimulatorWeb; one set of
// answers a camera, asked for its password wherever the standard asks for one. Faults of the camera hold here too.
using System.Collections.Concurrent;
using Bawaba.Contracts;
using Bawaba.Simulator.Cameras;
using Bawaba.Simulator.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Simulator.Onvif;

internal sealed class OnvifEndpoints(CameraSimulator simulator, TimeProvider time) : IDisposable
{
    private const string Soap = "application/soap+xml; charset=utf-8";
    private readonly ConcurrentDictionary<string, (CameraEvents Events, DigestGuard Guard)> _cameras = new(StringComparer.Ordinal);

    internal void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/onvif/{camera}/{service}/{point?}", (HttpContext context, string camera, string service, string? point) => AnswerAsync(context, camera, service, point));
        endpoints.MapGet("/onvif/{camera}/snapshot.jpg", (HttpContext context, string camera) => SnapshotAsync(context, camera));
    }

    /// <summary>Where a camera's services are; the port is the one that was asked.</summary>
    internal static OnvifAddresses AddressesOf(CameraSimulator simulator, Uri web, string camera) =>
        new($"{web.GetLeftPart(UriPartial.Authority)}/onvif/{camera}", simulator.UrlOf(CameraId.Parse(camera)));

    public void Dispose()
    {
        foreach (var (events, _) in _cameras.Values)
            events.Dispose();
    }

    private async Task<IResult> AnswerAsync(HttpContext context, string name, string service, string? point)
    {
        if (simulator.Find(name) is not { } camera)
            return Results.NotFound();
        try
        {
            await camera.Faults.EndOfAsync(SimulatedFault.Silent, SimulatedFault.Freeze, context.RequestAborted).ConfigureAwait(false);
            var request = await SoapRequest.ReadAsync(context.Request.Body, context.RequestAborted).ConfigureAwait(false);
            var operation = request.Operation.Name.LocalName;
            if (!(service == "device" && DeviceAnswers.IsOpen(operation)) && !Allows(camera, request))
                throw new SoapFault(400, "NotAuthorized", "Sender not authorized.");
            var at = AddressesOf(simulator, new($"http://{context.Request.Host}"), name);
            var body = service switch
            {
                "device" when point is null => DeviceAnswers.Answer(operation, at, name, camera.Now),
                "media" when point is null => MediaAnswers.Answer(request, at, await SizeAsync(camera, context.RequestAborted).ConfigureAwait(false)),
                "events" => await Of(name, camera).Events.AnswerAsync(request, at, point, context.RequestAborted).ConfigureAwait(false),
                _ => null,
            };
            return Results.Text(SoapNames.Wrap(body ?? throw new SoapFault(500, "ActionNotSupported", "This operation is not served.")), Soap);
        }
        catch (SoapFault fault)
        {
            return Results.Text(fault.ToXml(), Soap, statusCode: fault.HttpStatus);
        }
    }

    private async Task<IResult> SnapshotAsync(HttpContext context, string name)
    {
        if (simulator.Find(name) is not { } camera)
            return Results.NotFound();
        await camera.Faults.EndOfAsync(SimulatedFault.Silent, SimulatedFault.Freeze, context.RequestAborted).ConfigureAwait(false);
        var guard = Of(name, camera).Guard;
        var request = new RtspRequest
        {
            Method = "GET",
            Address = context.Request.Path,
            Headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        };
        if (camera.Faults.IsOn(SimulatedFault.Unauthorized) || (camera.Options.Login is { } login && !guard.Allows(request, login, once: false)))
        {
            foreach (var (header, value) in guard.Challenge().Headers)
                context.Response.Headers[header] = value;
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }
        context.Response.Headers.CacheControl = "no-store";
        return await JpegAsync(camera, context.RequestAborted).ConfigureAwait(false) is { } jpeg
            ? Results.Bytes(jpeg, "image/jpeg")
            : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    private static bool Allows(SimulatedCamera camera, SoapRequest request) =>
        !camera.Faults.IsOn(SimulatedFault.Unauthorized)
        && (camera.Options.Login is not { } login || UserNameToken.Allows(request, login, camera.Now));

    private (CameraEvents Events, DigestGuard Guard) Of(string name, SimulatedCamera camera)
    {
        if (_cameras.TryGetValue(name, out var known))
            return known;
        var made = (new CameraEvents(camera, time), new DigestGuard());
        if (_cameras.TryAdd(name, made))
            return made;
        made.Item1.Dispose();
        return _cameras[name];
    }

    private static async Task<PictureSize> SizeAsync(SimulatedCamera camera, CancellationToken cancellation) =>
        await JpegAsync(camera, cancellation).ConfigureAwait(false) is { } jpeg && PictureSize.OfJpeg(jpeg) is { } size ? size : default;

    private static async Task<byte[]?> JpegAsync(SimulatedCamera camera, CancellationToken cancellation)
    {
        try
        {
            return await camera.KeyPictureAsync(cancellation).ConfigureAwait(false) is { } picture
                ? await KeyPictureJpeg.OfAsync(picture, cancellation).ConfigureAwait(false)
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
