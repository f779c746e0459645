namespace Bawaba.Center.Audit;

/// <summary>Who did it, as text: the log outlives the accounts.</summary>
public sealed record AuditActor
{
    /// <summary>The center itself: workers, loaders, intake.</summary>
    public static AuditActor System { get; } = new() { Account = "system", Role = "System", Session = "", Address = "" };

    public required string Account { get; init; }

    public required string Role { get; init; }

    public required string Session { get; init; }

    public required string Address { get; init; }
}
