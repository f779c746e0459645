namespace Bawaba.Contracts;

/// <summary>A computed fact: a passage's reading equals an active entry's plate, under an active mandate. A question for people, never an order.</summary>
public sealed record Hit
{
    public required PassageId Passage { get; init; }

    public required EntryId Entry { get; init; }

    /// <summary>The activation order under which the comparison was made.</summary>
    public required MandateId Mandate { get; init; }

    public required CameraId Camera { get; init; }

    public required LaneId Lane { get; init; }

    public required Direction Direction { get; init; }

    public required VehicleClass Vehicle { get; init; }

    /// <summary>The plate as it was read.</summary>
    public required PlateText Plate { get; init; }

    public required float Confidence { get; init; }

    /// <summary>When the vehicle crossed the lane's line (UTC).</summary>
    public required DateTimeOffset PassedAt { get; init; }

    /// <summary>When the best frame reached the gate (UTC).</summary>
    public required DateTimeOffset CapturedAt { get; init; }

    /// <summary>When the comparison was made (UTC).</summary>
    public required DateTimeOffset MatchedAt { get; init; }

    /// <summary>Zero for the first; a later, better reading of the same passage annotates and never withdraws.</summary>
    public int Revision { get; init; }

    /// <summary>
    /// True when one character differs from the entry's plate, the entry's being among the three the reader found likeliest there, and a
    /// person at the gate compared the picture and said that it is the same. Without that word it is kept nowhere.
    /// </summary>
    public bool Candidate { get; init; }

    /// <summary>True when an officer typed the plate: no picture and no network stands behind it.</summary>
    public bool Typed { get; init; }
}
