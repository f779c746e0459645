using System.Text.Json;

namespace Bawaba.Benchmarks.Rooms;

/// <summary>What a scripted screen keeps of an alert.</summary>
internal sealed record LoadRow(string Id, long Version, bool IsOpen, DateTimeOffset RaisedAt)
{
    internal static LoadRow Of(JsonElement alert) => new(
        alert.GetProperty("id").GetString()!,
        alert.GetProperty("version").GetInt64(),
        alert.GetProperty("state").GetString() is "Raised" or "Answered" or "FirstLook",
        alert.GetProperty("raisedAt").GetDateTimeOffset());
}
