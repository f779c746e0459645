using Bawaba.Contracts;

namespace Bawaba.Center.Calls;

/// <summary>An entry of the phone and radio log. Its words are written once; what was wrong is put right by another entry. Only its mark changes.</summary>
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

    public required CallPriority Priority { get; init; }

    /// <summary>Null: nobody waits.</summary>
    public CallMark? Mark { get; init; }

    /// <summary>To whom it was passed on; empty where nobody says, and after erasure.</summary>
    public string MarkNote { get; init; } = "";

    public DateTimeOffset? MarkedAt { get; init; }

    public string? MarkedBy { get; init; }

    /// <summary>The entry this one puts right.</summary>
    public string? Corrects { get; init; }

    public DirectorateId? Directorate { get; init; }

    public required string RecordedBy { get; init; }

    /// <summary>When caller and words were erased.</summary>
    public DateTimeOffset? ErasedAt { get; init; }
}
