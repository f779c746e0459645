// A body for the road, packed: a batch of counts shrinks to a tenth, and pictures lose what base64 added to them.
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bawaba.Gate.Uplink;

internal static class PackedJson
{
    internal static HttpContent Of<T>(T value, JsonTypeInfo<T> shape)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            JsonSerializer.Serialize(gzip, value, shape);
        packed.Position = 0;
        var content = new StreamContent(packed);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentEncoding.Add("gzip");
        return content;
    }
}
