namespace Bawaba.Center.Calls;

/// <summary>How somebody reached the room. Closed.</summary>
public enum CallChannel
{
    Phone = 0,
    Radio = 1,
    InPerson = 2,
    OtherRoom = 3,
}
