namespace Bawaba.Simulator.Cameras;

/// <summary>One request of a client (RFC 2326), its body already thrown away.</summary>
internal sealed record RtspRequest
{
    internal required string Method { get; init; }

    internal required string Address { get; init; }

    internal required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The number the reply must repeat.</summary>
    internal string CSeq => Headers.GetValueOrDefault("CSeq", "0");

    /// <summary>The camera's name: the first part of the path, "" where there is none.</summary>
    internal string CameraName
    {
        get
        {
            var path = Uri.TryCreate(Address, UriKind.Absolute, out var uri) ? uri.AbsolutePath : Address;
            return path.TrimStart('/').Split('/')[0];
        }
    }
}
