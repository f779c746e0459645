// The outer form of a source file: one object with one list of rows. Used by the parsers of mandates and watch-list.
// Promises: limits are kept before anything is read, and a fault says where, never what stood there.
using System.Text.Json;

namespace Bawaba.Center.Sources;

internal static class SourceDocument
{
    private static readonly JsonDocumentOptions Options = new()
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 8,
    };

    /// <summary>Hands out each row with its place; false when the form itself is wrong.</summary>
    internal static bool Read(byte[] content, string list, int maxRows, FaultList faults, Action<SourceRow, JsonElement> read)
    {
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(content), Options);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(list, out var rows) || rows.ValueKind != JsonValueKind.Array)
                return Fail(faults, "file", $"not an object with a list '{list}'");
            if (root.EnumerateObject().Count() > 1)
                return Fail(faults, "file", $"holds more than the list '{list}'");
            if (rows.GetArrayLength() > maxRows)
                return Fail(faults, "file", $"more than {maxRows} rows");
            var number = 0;
            foreach (var row in rows.EnumerateArray())
                ReadRow(row, ++number, list, faults, read);
            return true;
        }
        catch (JsonException e)
        {
            var place = e.LineNumber is { } line ? $"line {line + 1}" : "file";
            return Fail(faults, place, "not JSON, or a property stands twice in one object");
        }
    }

    /// <summary><c>entry 3 (demo-07)</c>: the row's number and its id, where it has a well-formed one that is no plate.</summary>
    private static void ReadRow(JsonElement row, int number, string list, FaultList faults, Action<SourceRow, JsonElement> read)
    {
        var place = $"{(list == "entries" ? "entry" : "order")} {number}";
        if (row.ValueKind != JsonValueKind.Object)
        {
            faults.Add(place, "not an object");
            return;
        }
        if (SafeId(row) is { } id)
            place = $"{place} ({id})";
        read(new(row, place, faults), row);
    }

    private static string? SafeId(JsonElement row) =>
        row.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
        && Contracts.EntryId.TryParse(id.GetString(), out var parsed)
        && !(row.TryGetProperty("plate", out var plate) && plate.ValueKind == JsonValueKind.String && Holds(parsed.Value, plate.GetString()!))
            ? parsed.Value
            : null;

    /// <summary>Whether an id gives the plate away.</summary>
    internal static bool Holds(string id, string plateText)
    {
        static string Bare(string text) => text.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        return Contracts.PlateText.TryParse(plateText, out var plate) && Bare(id).Contains(Bare(plate.Key), StringComparison.Ordinal);
    }

    private static ReadOnlyMemory<byte> WithoutMark(byte[] content) =>
        content.AsSpan().StartsWith("\uFEFF"u8) ? content.AsMemory(3) : content;

    private static bool Fail(FaultList faults, string place, string text)
    {
        faults.Add(place, text);
        return false;
    }
}
