using Bawaba.Contracts;

namespace Bawaba.Proof.Approvals;

/// <summary>For how long passages were or will be kept at a gate under one retention order.</summary>
/// <param name="Order">The order.</param>
/// <param name="FromAt">First instant (UTC).</param>
/// <param name="UntilAt">First instant no longer (UTC): of an order ended early, that end.</param>
public readonly record struct RetentionSpan(MandateId Order, DateTimeOffset FromAt, DateTimeOffset UntilAt);
