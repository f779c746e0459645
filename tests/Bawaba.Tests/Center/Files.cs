// Looks for a text in the bytes of every file below a folder, in the encodings a program might have used.
using System.Text;

namespace Bawaba.Tests.Center;

internal static class Files
{
    internal static IEnumerable<byte[]> BytesUnder(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            yield return bytes;
        }
    }

    internal static bool Holds(byte[] bytes, string text) =>
        new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.Latin1 }
            .Any(encoding => bytes.AsSpan().IndexOf(encoding.GetBytes(text)) >= 0);
}
