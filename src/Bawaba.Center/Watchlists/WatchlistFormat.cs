// How watchlist.json is read (docs/files.md). Promises: every rule on entries is checked here and nowhere else; all
// faults are found in one reading; no fault holds a plate.
using Bawaba.Center.Audit;
using Bawaba.Center.Sources;
using Bawaba.Contracts;

namespace Bawaba.Center.Watchlists;

internal static class WatchlistFormat
{
    // Clocks of the approver and the center differ by a little.
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(5);

    internal static SourceFormat<IReadOnlyList<WatchlistEntry>> Create(TimeProvider time) => new()
    {
        Source = LoadReport.Watchlist,
        MaxBytes = 16 << 20,
        Empty = [],
        Parse = (bytes, faults) => Parse(bytes, faults, time.GetUtcNow()),
        Count = entries => entries.Count,
        Admit = (_, _, _, _) => { },
        Loaded = AuditAct.WatchlistLoaded,
    };

    private static List<WatchlistEntry>? Parse(byte[] bytes, FaultList faults, DateTimeOffset now)
    {
        var entries = new List<WatchlistEntry>();
        var ids = new HashSet<EntryId>();
        var formed = SourceDocument.Read(bytes, "entries", GateOrders.MaxEntries, faults, (row, _) =>
        {
            var entry = Entry(row);
            row.RefuseTheRest();
            CheckPeople(row, entry);
            CheckTimes(row, entry, now);
            if (SourceDocument.Holds(entry.Id.Value, entry.Plate?.Visual ?? ""))
                row.Fault("the id holds the plate");
            if (!ids.Add(entry.Id))
                row.Fault("the id stands more than once");
            entries.Add(entry);
        });
        return formed ? entries : null;
    }

    private static WatchlistEntry Entry(SourceRow row)
    {
        var category = Category(row);
        return new()
        {
            Id = row.Id<EntryId>("id"),
            Plate = Plate(row),
            Category = category?.Code ?? "",
            LegalBasis = row.Text("legalBasis"),
            InstrumentNumber = row.Text("instrumentNumber"),
            IssuedBy = row.Text("issuedBy"),
            IssuedOn = row.Day("issuedOn"),
            Purpose = row.Text("purpose"),
            PermittedAction = Action(row, category),
            Requester = row.Text("requester"),
            RequesterChain = row.Text("requesterChain"),
            Approver = row.Text("approver"),
            ApproverChain = row.Text("approverChain"),
            ApprovedAt = row.Instant("approvedAt"),
            ExpiresAt = row.Instant("expiresAt"),
            Vehicle = Vehicle(row),
            Colour = row.OptionalText("colour", 40),
            SourceDocumentSha256 = Hash(row),
        };
    }

    private static PlateText Plate(SourceRow row)
    {
        var text = row.Text("plate");
        if (!PlateText.TryParse(text, out var plate) && text.Length > 0)
            row.Fault("plate is not 2 to 32 letters and digits");
        return plate;
    }

    private static ListCategory? Category(SourceRow row)
    {
        var code = row.Text("category");
        var category = ListCategory.Find(code);
        if (category is null && code.Length > 0)
            row.Fault($"category does not exist; there are {string.Join(", ", ListCategory.All.Select(c => c.Code))}");
        return category;
    }

    private static string Action(SourceRow row, ListCategory? category)
    {
        var action = row.Text("permittedAction");
        if (action.Length > 0 && category is not null && !category.Actions.Contains(action, StringComparer.Ordinal))
            row.Fault($"permittedAction is none of {string.Join(", ", category.Actions)}, which {category.Code} allows");
        return action;
    }

    private static VehicleClass? Vehicle(SourceRow row)
    {
        switch (row.OptionalText("vehicle")?.ToUpperInvariant())
        {
            case null or "":
                return null;
            case "MOTORCYCLE":
                return VehicleClass.Motorcycle;
            case "OTHER":
                return VehicleClass.Other;
            default:
                row.Fault("vehicle is neither motorcycle nor other");
                return null;
        }
    }

    private static string Hash(SourceRow row)
    {
        var text = row.Text("sourceDocumentSha256");
        if (text.Length > 0 && (text.Length != 64 || !text.All(char.IsAsciiHexDigit)))
            row.Fault("sourceDocumentSha256 is not 64 hexadecimal digits");
        return text.ToLowerInvariant();
    }

    private static void CheckPeople(SourceRow row, WatchlistEntry entry)
    {
        if (entry.Requester.Length > 0 && string.Equals(entry.Requester, entry.Approver, StringComparison.OrdinalIgnoreCase))
            row.Fault("approver is the requester");
        if (entry.RequesterChain.Length > 0 && string.Equals(entry.RequesterChain, entry.ApproverChain, StringComparison.OrdinalIgnoreCase))
            row.Fault("approverChain is the requester's; the approver is of another chain of command");
    }

    private static void CheckTimes(SourceRow row, WatchlistEntry entry, DateTimeOffset now)
    {
        // An instant that was itself at fault says nothing about the others.
        if (entry.ApprovedAt == default || entry.ExpiresAt == default)
            return;
        if (entry.ApprovedAt > now + ClockSlack)
            row.Fault("approvedAt is in the future");
        if (entry.IssuedOn > DateOnly.FromDateTime(entry.ApprovedAt.AddDays(1).UtcDateTime))
            row.Fault("issuedOn is after approvedAt");
        if (entry.ExpiresAt <= entry.ApprovedAt)
            row.Fault("expiresAt is not after approvedAt");
        if (ListCategory.Find(entry.Category) is { } category && entry.ExpiresAt - entry.ApprovedAt > category.LongestDuration)
            row.Fault($"expiresAt is more than {Words(category.LongestDuration)} after approvedAt, the longest for {category.Code}");
    }

    private static string Words(TimeSpan span) => span.Days > 0 ? $"{span.Days} days" : $"{span.Hours} hours";
}
