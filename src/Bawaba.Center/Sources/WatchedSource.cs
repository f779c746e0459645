namespace Bawaba.Center.Sources;

/// <summary>A file to watch and what to do when it changed.</summary>
internal sealed record WatchedSource(string Path, Func<CancellationToken, Task> Load);
