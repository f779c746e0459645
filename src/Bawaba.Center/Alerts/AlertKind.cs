namespace Bawaba.Center.Alerts;

/// <summary>What an alert calls for, the gravest first: each has a sound and a sign of its own, so that people know before they read.</summary>
public enum AlertKind
{
    /// <summary>A kidnapping, whatever may be done.</summary>
    Kidnapping = 0,

    /// <summary>An arrest under a verdict.</summary>
    Arrest = 1,

    /// <summary>Stop and notify.</summary>
    Stop = 2,

    /// <summary>Somebody may need help.</summary>
    Welfare = 3,

    /// <summary>Verify an identity, or only observe.</summary>
    Identity = 4,
}
