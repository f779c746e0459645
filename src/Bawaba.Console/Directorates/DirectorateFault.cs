namespace Bawaba.Console.Directorates;

/// <summary>Why a directorate was not made.</summary>
public enum DirectorateFault
{
    None = 0,

    /// <summary>The id is no slug, or a name is missing.</summary>
    Unfit = 1,

    /// <summary>The id was given before.</summary>
    Taken = 2,
}
