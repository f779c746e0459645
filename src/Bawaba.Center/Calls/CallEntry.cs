using Bawaba.Contracts;

namespace Bawaba.Center.Calls;

/// <summary>An entry of the phone and radio log. Written once; what was wrong is put right by another entry.</summary>
public sealed record CallEntry
{
    /// <summary>Year and serial.</summary>
    public required string Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required CallChannel Channel { get; init; }

    /// <summary>Name or call sign as given; empty where none was, and after erasure.</summary>
    public required string Caller { get; init; }

    public required string CallBack { get; init; }

    /// <summary>From where.</summary>
    public required string Place { get; init; }

    public required string What { get; init; }

    /// <summary>The entry this one puts right.</summary>
    public string? Corrects { get; init; }

    public DirectorateId? Directorate { get; init; }

    public required string RecordedBy { get; init; }

    /// <summary>When caller and words were erased.</summary>
    public DateTimeOffset? ErasedAt { get; init; }
}
