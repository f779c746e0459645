namespace Bawaba.Center.Storage;

/// <summary>The database cannot keep what the center promises, or is not ready for it; the message says what to do.</summary>
public sealed class StoreUnfitException(string reason) : Exception(reason);
