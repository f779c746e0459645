namespace Bawaba.Center.Incidents;

/// <summary>How soon somebody must be there. Closed.</summary>
public enum IncidentPriority
{
    /// <summary>Life in danger, or a person to be stopped now.</summary>
    Immediate = 0,
    Urgent = 1,
    Routine = 2,
}
