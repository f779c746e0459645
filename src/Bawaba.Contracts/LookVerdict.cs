namespace Bawaba.Contracts;

/// <summary>What the first look found.</summary>
public enum LookVerdict
{
    Same = 0,
    Different = 1,
    CannotTell = 2,
}
