namespace Bawaba.Gate;

/// <summary>What became of a list that was carried to a gate.</summary>
internal enum CarriedAnswer
{
    Taken = 0,

    /// <summary>Not for this gate, under another key than the center gave it, or damaged.</summary>
    NotReadable = 1,

    /// <summary>The gate has a newer one.</summary>
    Older = 2,

    /// <summary>It was made later than this computer's clock says it is.</summary>
    ClockBehind = 3,

    /// <summary>Whoever asked may not, or the record could not be written.</summary>
    NotDone = 4,
}
