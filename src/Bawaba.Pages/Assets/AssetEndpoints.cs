using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bawaba.Pages.Assets;

internal static class AssetEndpoints
{
    internal static void MapAssets(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/assets/{version}/{**path}", (string version, string path, HttpContext context) =>
        {
            var book = AssetBook.Embedded;
            // A page of an older build asks for files that are gone; it must not mix them with these.
            if (version != book.Version || book.Find(path) is not { } asset)
                return Results.NotFound();
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Bytes(asset.Content, asset.ContentType);
        }).AllowAnonymous();
}
