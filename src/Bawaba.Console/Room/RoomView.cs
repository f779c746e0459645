namespace Bawaba.Console.Room;

/// <summary>The home page: every gate, and the alerts beside them.</summary>
public sealed record RoomView
{
    public required IReadOnlyList<GateCardView> Gates { get; init; }
}
