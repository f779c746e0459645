namespace Bawaba.Center.Incidents;

/// <summary>An incident is open or closed; a closed one keeps its log and takes nothing new.</summary>
public enum IncidentState
{
    Open = 0,
    Closed = 1,
}
