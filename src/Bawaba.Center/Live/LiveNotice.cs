// What one process tells the others of a shared store after a commit. Written and read by NatsRoad. Promises: whatever
// arrives is within its bounds before anybody uses it; it names ids and states, never a plate.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bawaba.Center.Live;

internal sealed record LiveNotice
{
    internal const int MaxHints = 1_000;
    internal const int MaxBytes = 256 << 10;
    private const int MaxWord = 80;

    /// <summary>The process that committed.</summary>
    public required Guid From { get; init; }

    public required string Scope { get; init; }

    /// <summary>The scope's mark after the commit.</summary>
    public required long Number { get; init; }

    /// <summary>Empty where they were too many to name: everybody reloads.</summary>
    public required IReadOnlyList<LiveHint> Hints { get; init; }

    internal byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, LiveNoticeJson.Default.LiveNotice);

    /// <summary>Null where the bytes are not a notice.</summary>
    internal static LiveNotice? Read(byte[]? bytes)
    {
        if (bytes is null || bytes.Length > MaxBytes)
            return null;
        try
        {
            return JsonSerializer.Deserialize(bytes, LiveNoticeJson.Default.LiveNotice) is { } notice && notice.IsValid() ? notice : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool IsValid() =>
        Number > 0 && IsWord(Scope) && Hints is { Count: <= MaxHints }
        && Hints.All(h => h is not null && Enum.IsDefined(h.Kind) && IsWord(h.Subject) && h.State is { Length: <= MaxWord } && h.Gate is { Length: <= MaxWord } && h.Directorate is { Length: <= MaxWord });

    private static bool IsWord(string? text) => text is { Length: > 0 and <= MaxWord };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(LiveNotice))]
internal sealed partial class LiveNoticeJson : JsonSerializerContext;
