namespace Bawaba.Contracts;

/// <summary>Why a plate may be on the list, how long at most, and what may be done. Closed; settings cannot loosen it.</summary>
public sealed record ListCategory
{
    private ListCategory()
    {
    }

    /// <summary>The word in files and on the wire.</summary>
    public required string Code { get; init; }

    /// <summary>The longest time from approval to expiry.</summary>
    public required TimeSpan LongestDuration { get; init; }

    /// <summary>The actions an entry of this category may permit.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>A court or prosecutor is not yet behind it; short, and ended unless a prosecutor confirms.</summary>
    public bool Urgent { get; init; }

    /// <summary>It is about a person, whom the center may know by name; gates never do.</summary>
    public bool ConcernsPerson { get; init; }

    /// <summary>A vehicle reported stolen: 30 days.</summary>
    public static ListCategory StolenVehicle { get; } = new()
    {
        Code = "stolen-vehicle",
        LongestDuration = TimeSpan.FromDays(30),
        Actions = [PermittedAction.Observe, PermittedAction.VerifyIdentity, PermittedAction.StopAndNotify],
    };

    /// <summary>A person under a verdict is known to use it: 90 days.</summary>
    public static ListCategory WantedByVerdict { get; } = new()
    {
        Code = "wanted-by-verdict",
        LongestDuration = TimeSpan.FromDays(90),
        Actions = PermittedAction.All.Where(a => a != PermittedAction.WelfareCheck).ToArray(),
        ConcernsPerson = true,
    };

    /// <summary>A kidnapping under a prosecutor's order: 30 days.</summary>
    public static ListCategory Kidnapping { get; } = new()
    {
        Code = "kidnapping",
        LongestDuration = TimeSpan.FromDays(30),
        Actions = [PermittedAction.Observe, PermittedAction.VerifyIdentity, PermittedAction.StopAndNotify],
    };

    /// <summary>A kidnapping that cannot wait for the prosecutor: 6 hours.</summary>
    public static ListCategory KidnappingUrgent { get; } = new()
    {
        Code = "kidnapping-urgent",
        LongestDuration = TimeSpan.FromHours(6),
        Actions = [PermittedAction.Observe, PermittedAction.VerifyIdentity, PermittedAction.StopAndNotify],
        Urgent = true,
    };

    /// <summary>Somebody is missing or in danger: 7 days, to help and nothing else.</summary>
    public static ListCategory MissingPerson { get; } = new()
    {
        Code = "missing-person",
        LongestDuration = TimeSpan.FromDays(7),
        Actions = [PermittedAction.Observe, PermittedAction.WelfareCheck],
        ConcernsPerson = true,
    };

    public static IReadOnlyList<ListCategory> All { get; } = [StolenVehicle, WantedByVerdict, Kidnapping, KidnappingUrgent, MissingPerson];

    public static ListCategory? Find(string? code) => All.FirstOrDefault(c => c.Code == code);
}
