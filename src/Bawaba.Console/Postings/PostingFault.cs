namespace Bawaba.Console.Postings;

/// <summary>Why a password for a gate was not set.</summary>
public enum PostingFault
{
    None = 0,
    Unfit = 1,
    SameAsRoom = 2,
    NotPosted = 3,
    PasswordsDiffer = 4,
}
