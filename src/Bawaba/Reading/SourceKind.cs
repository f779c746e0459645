using Bawaba.Vision.Photos;

namespace Bawaba.Reading;

/// <summary>What a source is by its first bytes: its name proves nothing.</summary>
internal static class SourceKind
{
    internal enum Kind
    {
        Missing,
        Folder,
        Empty,
        Photo,
        Video,
    }

    internal static Kind Of(string source)
    {
        if (source.Contains("://", StringComparison.Ordinal))
            return Kind.Video;
        if (Directory.Exists(source))
            return Kind.Folder;
        var info = new FileInfo(source);
        if (!info.Exists)
            return Kind.Missing;
        if (info.Length == 0)
            return Kind.Empty;
        Span<byte> head = stackalloc byte[8];
        using var stream = info.OpenRead();
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return PhotoFile.LooksLikePhoto(head[..read]) || HasPhotoName(source) ? Kind.Photo : Kind.Video;
    }

    private static bool HasPhotoName(string source) =>
        Path.GetExtension(source).ToUpperInvariant() is ".JPG" or ".JPEG" or ".PNG";
}
