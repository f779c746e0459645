namespace Bawaba.Gate;

/// <summary>What became of opening the kept list.</summary>
internal enum OpenAnswer
{
    Opened = 0,

    /// <summary>Not the passphrase of this gate's list, or no passphrase at all.</summary>
    Wrong = 1,

    TooMany = 2,

    /// <summary>Whoever asked may not, or the record could not be written.</summary>
    NotDone = 3,
}
