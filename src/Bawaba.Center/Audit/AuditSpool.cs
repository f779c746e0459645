// Where the row of a life-safety act waits while the log's table refuses it: a file beside the store, written through
// to the disk before the act goes on. Used by AuditLog alone. Promises at least once: a crash while it is being
// emptied may leave a row twice in the log, never a row lost. Bounded: when it is full the act is refused too.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bawaba.Center.Audit;

internal sealed class AuditSpool(string dataFolder)
{
    internal const string FileName = "audit-spool.jsonl";
    private const int MaxBytes = 1 << 20;
    private readonly string _path = Path.Combine(dataFolder, FileName);
    private readonly Lock _lock = new();

    internal bool IsEmpty => !File.Exists(_path);

    /// <exception cref="IOException">The disk refuses, or the spool is full.</exception>
    internal void Add(AuditEvent e, DateTimeOffset at)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(SpoolLine.Of(e, at), AuditSpoolJson.Default.SpoolLine);
        lock (_lock)
        {
            using var file = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.Read);
            if (file.Length + line.Length + 1 > MaxBytes)
                throw new IOException("the audit spool is full");
            file.Write(line);
            file.WriteByte((byte)'\n');
            file.Flush(flushToDisk: true);
        }
    }

    internal IReadOnlyList<SpoolLine> Read()
    {
        lock (_lock)
        {
            // A half-written last line is an act that never went on.
            return File.ReadLines(_path).Select(Parse).OfType<SpoolLine>().ToList();
        }
    }

    /// <summary>Forgets the first <paramref name="count"/> lines.</summary>
    internal void Clear(int count)
    {
        lock (_lock)
        {
            var rest = File.ReadLines(_path).Where(line => Parse(line) is not null).Skip(count).ToList();
            if (rest.Count == 0)
                File.Delete(_path);
            else
                File.WriteAllLines(_path, rest);
        }
    }

    private static SpoolLine? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, AuditSpoolJson.Default.SpoolLine);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(SpoolLine))]
internal sealed partial class AuditSpoolJson : JsonSerializerContext;
