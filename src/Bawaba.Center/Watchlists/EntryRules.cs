// The rules on what a watch-list entry must say before anybody may approve it. Pure. Asked by EntryDesk for forms and for every
// row of an import. The caps are looked at again at the approval, and again by every gate.
using Bawaba.Center.Sources;
using Bawaba.Contracts;

namespace Bawaba.Center.Watchlists;

internal static class EntryRules
{
    private const int HashDigits = 64;

    /// <summary>The entry as a draft of this person at this instant, or everything that is wrong with it.</summary>
    internal static (WatchlistEntry? Entry, IReadOnlyList<DraftFault> Faults) Read(EntryDraft draft, Func<GateId, bool> isGate, string mintedId, DateTimeOffset now)
    {
        var read = new DraftReader();
        var category = Category(read, draft.Category);
        var entry = new WatchlistEntry
        {
            Id = Id(read, draft.Id, mintedId),
            Plate = Plate(read, draft.Plate),
            Category = category?.Code ?? "",
            LegalBasis = read.Text("legalBasis", draft.LegalBasis),
            InstrumentNumber = read.Text("instrumentNumber", draft.InstrumentNumber),
            IssuedBy = read.Text("issuedBy", draft.IssuedBy),
            IssuedOn = read.Day("issuedOn", draft.IssuedOn),
            Purpose = read.Text("purpose", draft.Purpose),
            PermittedAction = Action(read, draft.PermittedAction, category),
            Requester = "",
            RequesterChain = "",
            Approver = "",
            ApproverChain = "",
            ApprovedAt = now,
            ExpiresAt = read.Instant("expiresAt", draft.ExpiresAt),
            Vehicle = Vehicle(read, draft.Vehicle),
            Colour = read.OptionalText("colour", draft.Colour, 40),
            Gates = read.Ids("gates", draft.Gates, isGate),
            CaseNumber = read.OptionalText("caseNumber", draft.CaseNumber, 40),
            PersonName = Person(read, "personName", draft.PersonName, category),
            PersonDocument = Document(read, draft.PersonDocument, category),
            SourceDocumentSha256 = Hash(read, draft.SourceDocumentSha256),
        };
        CheckTimes(read, entry, category, now);
        // A minted id is random: what it holds by chance says nothing.
        if (entry.Plate is { } plate && !string.IsNullOrWhiteSpace(draft.Id) && SourceDocument.Holds(entry.Id.Value, plate.Visual))
            read.Fault("id", "holds-plate");
        return read.Faults.Count > 0 ? (null, read.Faults) : (entry, []);
    }

    // A stolen vehicle is looked for, not a person: nobody's name belongs there.
    private static string? Person(DraftReader read, string field, string? typed, ListCategory? category)
    {
        var text = read.OptionalText(field, typed, 120);
        if (text is not null && category is not null && !category.ConcernsPerson)
            read.Fault(field, "not-for-category");
        return text;
    }

    private static string? Document(DraftReader read, string? typed, ListCategory? category)
    {
        if (Person(read, "personDocument", typed, category) is not { } text)
            return null;
        if (PersonFolding.Number(text) is { } number)
            return number;
        read.Fault("personDocument", "unfit");
        return null;
    }

    private static EntryId Id(DraftReader read, string? typed, string minted)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return EntryId.Parse(minted);
        if (!EntryId.TryParse(typed.Trim(), out var id))
            read.Fault("id", "unfit");
        return id;
    }

    private static PlateText? Plate(DraftReader read, string? typed)
    {
        var text = read.Text("plate", typed, PlateText.MaxLength);
        if (PlateText.TryParse(text, out var plate))
            return plate;
        if (text.Length > 0)
            read.Fault("plate", "unfit");
        return null;
    }

    private static ListCategory? Category(DraftReader read, string? typed)
    {
        var code = read.Text("category", typed, 40);
        var category = ListCategory.Find(code);
        if (category is null && code.Length > 0)
            read.Fault("category", "unknown");
        return category;
    }

    private static string Action(DraftReader read, string? typed, ListCategory? category)
    {
        var action = read.Text("permittedAction", typed, 40);
        if (action.Length > 0 && category is not null && !category.Actions.Contains(action, StringComparer.Ordinal))
            read.Fault("permittedAction", "unknown");
        return action;
    }

    private static VehicleClass? Vehicle(DraftReader read, string? typed)
    {
        switch (typed?.Trim().ToUpperInvariant())
        {
            case null or "":
                return null;
            case "MOTORCYCLE":
                return VehicleClass.Motorcycle;
            case "OTHER":
                return VehicleClass.Other;
            default:
                read.Fault("vehicle", "unknown");
                return null;
        }
    }

    private static string Hash(DraftReader read, string? typed)
    {
        var text = read.Text("sourceDocumentSha256", typed, HashDigits);
        if (text.Length > 0 && (text.Length != HashDigits || !text.All(char.IsAsciiHexDigit)))
            read.Fault("sourceDocumentSha256", "unfit");
        return text.ToLowerInvariant();
    }

    private static void CheckTimes(DraftReader read, WatchlistEntry entry, ListCategory? category, DateTimeOffset now)
    {
        if (entry.IssuedOn > DateOnly.FromDateTime(now.AddDays(1).UtcDateTime))
            read.Fault("issuedOn", "future");
        if (entry.ExpiresAt == default)
            return;
        if (entry.ExpiresAt <= now)
            read.Fault("expiresAt", "past");
        else if (category is not null && entry.ExpiresAt - now > category.LongestDuration)
            read.Fault("expiresAt", "too-long");
    }
}
