using Bawaba.Center.Operators;

namespace Bawaba.Center.Approvals;

/// <summary>Something a person was asked to do with a passkey, until it is answered.</summary>
internal sealed record ApprovalAsk
{
    internal static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    public required string Id { get; init; }

    public required AccountId Account { get; init; }

    public required SessionId Session { get; init; }

    public required string Kind { get; init; }

    public required string Body { get; init; }

    public required string Subject { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
