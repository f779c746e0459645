namespace Bawaba.Center.Mandates;

/// <summary>Where an activation order stands. Before its first and after its last instant an approved one does nothing, by itself.</summary>
public enum OrderState
{
    /// <summary>Being written.</summary>
    Draft = 0,

    /// <summary>Waiting for an approver.</summary>
    Pending = 1,

    /// <summary>Approved by a passkey.</summary>
    Approved = 2,

    /// <summary>Ended by a person before its last instant.</summary>
    Ended = 3,
}
