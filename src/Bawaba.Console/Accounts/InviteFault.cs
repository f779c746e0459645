namespace Bawaba.Console.Accounts;

/// <summary>Why nobody was invited.</summary>
public enum InviteFault
{
    None = 0,
    NameInvalid = 1,
    NameTaken = 2,
    RoleMissing = 3,
    DirectorateUnknown = 4,
}
