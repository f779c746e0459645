namespace Bawaba.Center.Storage;

/// <summary>
/// What a writing transaction has to itself, over all processes of a shared store: what people and clocks do (the
/// room), what one gate delivers, or both. Always taken in this order and before anything else, so that two can
/// never wait for each other. On SQLite every writer has everything.
/// </summary>
internal readonly record struct WriteLock(bool Room, string Gate = "")
{
    /// <summary>Whatever is decided on what was read, and every row of the audit log.</summary>
    internal static readonly WriteLock OfRoom = new(Room: true);
}
