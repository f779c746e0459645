namespace Bawaba.Contracts.Officers;

/// <summary>A person who may sign in at one gate's own page, as its computer may hold it.</summary>
public sealed record GateOfficer
{
    /// <summary>The account at the center, 32 hexadecimal digits.</summary>
    public required string Account { get; init; }

    public required string UserName { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>An officer where an earlier center did not say.</summary>
    public GateDuty Duty { get; init; }

    /// <summary>Argon2id (PHC string) of the password set for this gate alone; never of the room's.</summary>
    public required string PasswordHash { get; init; }

    /// <summary>Without the hash: it must not reach a log by accident.</summary>
    public override string ToString() => $"(officer {UserName})";
}
