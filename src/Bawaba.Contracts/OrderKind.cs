namespace Bawaba.Contracts;

/// <summary>What an order allows: comparing, keeping passages, or keeping video. An approval of one kind is none of another.</summary>
public static class OrderKind
{
    /// <summary>Comparing entries of the watch list.</summary>
    public const string Activation = "activation";

    /// <summary>Keeping passages that were no hit, sealed. By a judge alone.</summary>
    public const string Retention = "retention";

    /// <summary>Keeping video and pictures in which plates can be read, encrypted.</summary>
    public const string Recording = "recording";

    public static IReadOnlyList<string> All { get; } = [Activation, Retention, Recording];
}
