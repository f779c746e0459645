namespace Bawaba.Center.Calls;

/// <summary>An entry of the log as a form asks for it, unread.</summary>
public sealed record CallDraft
{
    /// <summary>The form's own id, a UUID: sent twice, it is one entry.</summary>
    public required string Request { get; init; }

    /// <summary>A word of <see cref="CallChannel"/>.</summary>
    public string Channel { get; init; } = "";

    /// <summary>At most 120 characters; may be empty: nobody has to give a name.</summary>
    public string Caller { get; init; } = "";

    /// <summary>At most 40 characters.</summary>
    public string CallBack { get; init; } = "";

    /// <summary>At most 120 characters.</summary>
    public string Place { get; init; } = "";

    /// <summary>1 to 2,000 characters.</summary>
    public string What { get; init; } = "";

    /// <summary>A word of <see cref="CallPriority"/>.</summary>
    public string Priority { get; init; } = nameof(CallPriority.Routine);

    /// <summary>The caller waits for a word from the room.</summary>
    public bool NeedsAnswer { get; init; }

    /// <summary>The number of the entry this one puts right; empty: none.</summary>
    public string Corrects { get; init; } = "";
}
