namespace Bawaba.Console.Room;

/// <summary>What a mark on the schematic stands for.</summary>
public enum SchematicMarkKind
{
    Incident = 0,
    Unit = 1,
}
