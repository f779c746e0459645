// Looks for plates where none may be: every file of a folder, byte by byte in the encodings a program could have used,
// and every picture kept in a database or as a file. Used by the privacy tests.
using System.Text;
using Bawaba.Contracts;
using Bawaba.Vision;
using Bawaba.Vision.Photos;
using Microsoft.Data.Sqlite;

namespace Bawaba.SystemTests.Up;

internal static class PlateSearch
{
    /// <summary>Files that hold one of the texts in any writing of it: "file: text".</summary>
    internal static IReadOnlyList<string> Find(string folder, IReadOnlyCollection<string> plates)
    {
        var needles = plates.SelectMany(p => Writings(p).Select(bytes => (Plate: p, Bytes: bytes))).ToList();
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var content = ReadShared(file);
            found.AddRange(needles.Where(n => content.AsSpan().IndexOf(n.Bytes) >= 0).Select(n => $"{Path.GetRelativePath(folder, file)}: {n.Plate}"));
        }
        return found;
    }

    /// <summary>Every JPEG in the files of the folder, and in those tables of its databases.</summary>
    internal static IEnumerable<byte[]> Pictures(string folder, Func<string, bool>? inTable = null)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var head = ReadShared(file);
            if (IsJpeg(head))
                yield return head;
            else if (head.AsSpan().StartsWith("SQLite format 3"u8))
            {
                foreach (var picture in PicturesInDatabase(file, inTable ?? (_ => true)))
                    yield return picture;
            }
        }
    }

    /// <summary>What our own reader reads in a picture.</summary>
    internal static IReadOnlyList<PlateText> Read(PlateReader reader, byte[] jpeg)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, jpeg);
            using var frame = PhotoFile.TryOpen(path, DateTimeOffset.UnixEpoch, out _);
            return frame is null
                ? []
                : [.. reader.Read(frame).Where(p => p.Legible).Select(p => PlateText.TryParse(p.Text, out var plate) ? plate : default).Where(p => p.Key.Length > 0)];
        }
        finally
        {
            File.Delete(path);
        }
    }

    // As read, and folded; in UTF-8, UTF-16 both ways, JSON with escapes, percent-encoded, base64 in its three alignments.
    private static IEnumerable<byte[]> Writings(string plate)
    {
        foreach (var text in ((string[])[plate, new PlateText(plate).Key]).Distinct(StringComparer.Ordinal).Where(t => t.Length >= 5))
        {
            var utf8 = Encoding.UTF8.GetBytes(text);
            yield return utf8;
            yield return Encoding.Unicode.GetBytes(text);
            yield return Encoding.BigEndianUnicode.GetBytes(text);
            yield return Encoding.UTF8.GetBytes(System.Text.Json.JsonSerializer.Serialize(text).Trim('"'));
            yield return Encoding.UTF8.GetBytes(Uri.EscapeDataString(text));
            for (var offset = 0; offset < 3; offset++)
            {
                var base64 = Convert.ToBase64String([.. new byte[offset], .. utf8]);
                var inner = base64[(offset == 0 ? 0 : offset + 1)..(base64.TrimEnd('=').Length - 1)];
                if (inner.Length >= 6)
                    yield return Encoding.ASCII.GetBytes(inner);
            }
        }
    }

    private static IEnumerable<byte[]> PicturesInDatabase(string file, Func<string, bool> inTable)
    {
        using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        database.Open();
        foreach (var (table, column) in BlobColumns(database).Where(c => inTable(c.Table)))
        {
            using var select = database.CreateCommand();
            select.CommandText = $"SELECT \"{column}\" FROM \"{table}\" WHERE typeof(\"{column}\") = 'blob'";
            using var reader = select.ExecuteReader();
            while (reader.Read())
            {
                var bytes = reader.GetFieldValue<byte[]>(0);
                if (IsJpeg(bytes))
                    yield return bytes;
            }
        }
    }

    private static List<(string Table, string Column)> BlobColumns(SqliteConnection database)
    {
        using var select = database.CreateCommand();
        select.CommandText = "SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'";
        using var reader = select.ExecuteReader();
        var columns = new List<(string, string)>();
        while (reader.Read())
            columns.Add((reader.GetString(0), reader.GetString(1)));
        return columns;
    }

    private static bool IsJpeg(byte[] bytes) => bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);

    private static byte[] ReadShared(string file)
    {
        // The running system holds its empty lock file for itself alone.
        if (new FileInfo(file).Length == 0)
            return [];
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
