namespace Bawaba.Simulator.Web;

/// <summary>What GET /faults gives: each camera with its faults, and the names there are.</summary>
internal sealed record FaultList(IReadOnlyDictionary<string, IReadOnlyList<string>> Cameras, IReadOnlyList<string> Known);
