namespace Bawaba.Gate;

/// <summary>What became of a person's word that the clock is right.</summary>
internal enum AttestAnswer
{
    /// <summary>Another person must say it too.</summary>
    First = 0,

    Trusted = 1,

    /// <summary>The center confirmed the time.</summary>
    TrustedAlready = 2,

    /// <summary>The second word is another person's, in another session.</summary>
    SamePerson = 3,

    /// <summary>The clock is before what the gate knows it must be: it has to be set first.</summary>
    ClockBehind = 4,

    /// <summary>Whoever asked may not, or the record could not be written.</summary>
    NotDone = 5,
}
