// /api/watchlist/documents: a document comes in as the body and is answered with its hash; it goes out as a file to be saved, never
// as something a browser shows in our name.
using System.Diagnostics;
using Bawaba.Center.Operators;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Center.Watchlists;

internal static class DocumentEndpoints
{
    internal static void Map(IEndpointRouteBuilder list)
    {
        list.MapPost("/documents", StoreAsync).WithMetadata(new RequestSizeLimitAttribute(DocumentDesk.MaxBytes));
        list.MapGet("/documents/{hash}", ReadAsync);
    }

    private static async Task<IResult> StoreAsync(DocumentDesk desk, HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return await desk.StoreAsync(context.Actor(), body.ToArray(), context.RequestAborted) switch
        {
            DocumentResult.Stored stored => TypedResults.Ok(new DocumentBody(stored.Hash)),
            DocumentResult.Unfit => TypedResults.UnprocessableEntity(),
            DocumentResult.NotAllowed => TypedResults.Forbid(),
            DocumentResult.AuditUnavailable => TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable),
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<IResult> ReadAsync(string hash, DocumentDesk desk, HttpContext context)
    {
        var reading = await desk.ReadAsync(context.Actor(), hash, context.RequestAborted);
        return reading is Reading<byte[]>.Granted { Value: var body }
            ? TypedResults.Bytes(body, DocumentDesk.MediaTypeOf(body), $"document-{hash[..12]}")
            : Answers.Of(reading, _ => "");
    }
}
