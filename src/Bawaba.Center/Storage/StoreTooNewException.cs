namespace Bawaba.Center.Storage;

/// <summary>The store was written by a newer program; this one does not touch it.</summary>
public sealed class StoreTooNewException(string migration)
    : Exception($"the center's store holds the step '{migration}', which this program does not know: it was written by a newer one; start that one");
