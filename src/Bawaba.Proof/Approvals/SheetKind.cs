namespace Bawaba.Proof.Approvals;

/// <summary>What kind of documents a sheet approves. A hash of one kind is none of another.</summary>
public static class SheetKind
{
    public const string Entry = "entry";
    public const string Order = "order";
    public const string KeyRing = "key-ring";

    /// <summary>That a list which came out of a backup is still right.</summary>
    public const string List = "list";

    public static IReadOnlyList<string> All { get; } = [Entry, Order, KeyRing, List];
}
