namespace Bawaba.Center.Sharing;

/// <summary>What the other directorate is shown beyond what, where and when. Closed.</summary>
public enum ShareField
{
    /// <summary>The log with its checklist, and attachments.</summary>
    Log = 0,

    /// <summary>Units, their states and positions.</summary>
    Units = 1,

    /// <summary>What came of it; never the custody register itself.</summary>
    Outcomes = 2,

    /// <summary>The alerts it is about.</summary>
    Alerts = 3,
}
