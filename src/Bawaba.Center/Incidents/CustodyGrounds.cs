namespace Bawaba.Center.Incidents;

/// <summary>On what grounds somebody is deprived of liberty. Closed.</summary>
public enum CustodyGrounds
{
    /// <summary>A verdict: through a confirmed alert, whose entry is rechecked at that moment.</summary>
    Verdict = 0,

    /// <summary>A warrant or order of a court or prosecutor, by its number.</summary>
    Warrant = 1,

    /// <summary>Caught in the act.</summary>
    InTheAct = 2,
}
