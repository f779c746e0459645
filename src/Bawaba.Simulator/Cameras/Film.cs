namespace Bawaba.Simulator.Cameras;

/// <summary>What a camera shows: pictures from its beginning, for ever or until it breaks. May be read several times at once.</summary>
internal delegate IAsyncEnumerable<AccessUnit> Film(CancellationToken cancellation);
