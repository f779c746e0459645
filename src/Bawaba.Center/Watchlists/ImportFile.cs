// The rows of a file of entries: CSV with a header, or JSON ({"entries":[…]} or a list). Used by ImportDesk. Promises: columns have
// the names of EntryDraft's properties, in any order; a name nobody knows is a fault and not overlooked; nothing is half read.
using System.Text.Json;
using nietras.SeparatedValues;

namespace Bawaba.Center.Watchlists;

internal static class ImportFile
{
    internal const int MaxBytes = 16 << 20;
    internal const int MaxRows = 10_000;

    /// <summary>The columns, as <c>template.csv</c> has them.</summary>
    internal static readonly string[] Columns =
    [
        "id", "plate", "category", "legalBasis", "instrumentNumber", "issuedBy", "issuedOn", "purpose", "permittedAction", "expiresAt",
        "vehicle", "colour", "gates", "caseNumber", "personName", "personDocument", "sourceDocumentSha256",
    ];

    /// <exception cref="FormatException">It is no such file; the message is a coded word.</exception>
    internal static List<EntryDraft> Read(ReadOnlySpan<byte> bytes)
    {
        var text = System.Text.Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').TrimStart();
        if (text.Length == 0)
            throw new FormatException("empty");
        return text[0] is '{' or '[' ? FromJson(text) : FromCsv(text);
    }

    private static List<EntryDraft> FromCsv(string text)
    {
        try
        {
            using var reader = Sep.Reader(options => options with { Unescape = true }).FromText(text);
            var names = reader.Header.ColNames.Select(name => name.Trim()).ToArray();
            Require(names);
            var drafts = new List<EntryDraft>();
            foreach (var row in reader)
            {
                if (drafts.Count == MaxRows)
                    throw new FormatException("too-long");
                var values = new string?[names.Length];
                for (var i = 0; i < names.Length; i++)
                    values[i] = row[i].ToString();
                drafts.Add(Draft(name => Array.IndexOf(names, name) is >= 0 and var at ? values[at] : null));
            }
            return drafts;
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("unfit", e);
        }
    }

    private static List<EntryDraft> FromJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var list = document.RootElement.ValueKind is JsonValueKind.Object && document.RootElement.TryGetProperty("entries", out var entries) ? entries : document.RootElement;
            if (list.ValueKind is not JsonValueKind.Array)
                throw new FormatException("unfit");
            if (list.GetArrayLength() > MaxRows)
                throw new FormatException("too-long");
            return [.. list.EnumerateArray().Select(FromRow)];
        }
        catch (JsonException e)
        {
            throw new FormatException("unfit", e);
        }
    }

    private static EntryDraft FromRow(JsonElement row)
    {
        if (row.ValueKind is not JsonValueKind.Object)
            throw new FormatException("unfit");
        Require([.. row.EnumerateObject().Select(p => p.Name)]);
        return Draft(name => !row.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null ? null
            : value.ValueKind is JsonValueKind.Array ? string.Join(',', value.EnumerateArray().Select(v => v.ToString()))
            : value.ToString());
    }

    private static void Require(string[] names)
    {
        if (names.Except(Columns, StringComparer.Ordinal).Any() || !names.Contains("plate", StringComparer.Ordinal))
            throw new FormatException("columns-unknown");
    }

    private static EntryDraft Draft(Func<string, string?> of) => new()
    {
        Id = of("id"),
        Plate = of("plate"),
        Category = of("category"),
        LegalBasis = of("legalBasis"),
        InstrumentNumber = of("instrumentNumber"),
        IssuedBy = of("issuedBy"),
        IssuedOn = of("issuedOn"),
        Purpose = of("purpose"),
        PermittedAction = of("permittedAction"),
        ExpiresAt = of("expiresAt"),
        Vehicle = of("vehicle"),
        Colour = of("colour"),
        Gates = of("gates"),
        CaseNumber = of("caseNumber"),
        PersonName = of("personName"),
        PersonDocument = of("personDocument"),
        SourceDocumentSha256 = of("sourceDocumentSha256"),
    };
}
