namespace Bawaba.Center.Cases;

/// <summary>A case is open or closed; a closed one still resolves, and takes no new links.</summary>
public enum CaseState
{
    Open = 0,
    Closed = 1,
}
