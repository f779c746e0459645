// /api/watchlist/import: a file comes in as the body; lines of JSON go out while it is read: {"read":500,"of":10000} …, at the end
// the report or why there is none. And the template.
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Bawaba.Center.Operators;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Center.Watchlists;

internal static class ImportEndpoints
{
    internal static void Map(IEndpointRouteBuilder list)
    {
        list.MapPost("/import", ImportAsync).RequireAuthorization(nameof(Permission.DraftEntries)).WithMetadata(new RequestSizeLimitAttribute(ImportFile.MaxBytes));
        list.MapGet("/import/template", () => TypedResults.Bytes(
            Encoding.UTF8.GetBytes('\uFEFF' + string.Join(',', ImportFile.Columns) + "\r\n"), "text/csv", "bawaba-watchlist.csv"));
    }

    private static async Task ImportAsync(ImportDesk desk, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        using var file = new MemoryStream();
        await context.Request.Body.CopyToAsync(file, cancellation);
        context.Response.ContentType = "application/x-ndjson";
        var result = await desk.ImportAsync(
            context.Actor(), file.ToArray(), (read, of) => LineAsync(context, new(read, of, null, null)), cancellation);
        await LineAsync(context, result switch
        {
            ImportResult.Read done => new(done.Report.Rows, done.Report.Rows, done.Report, null),
            ImportResult.NotAllowed => new(0, 0, null, "not-allowed"),
            ImportResult.NoSuchFile no => new(0, 0, null, no.Word),
            ImportResult.AuditUnavailable => new(0, 0, null, "unavailable"),
            _ => throw new UnreachableException(),
        });
    }

    private static async Task LineAsync(HttpContext context, ImportLine line)
    {
        await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(line, CenterJson.Default.ImportLine), context.RequestAborted);
        await context.Response.Body.WriteAsync("\n"u8.ToArray(), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
}
