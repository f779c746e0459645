using Bawaba.Center.Operators;

namespace Bawaba.Center.Alerts;

/// <summary>Who did a step of an alert.</summary>
public sealed record Look(AccountId Account, SessionId Session, string DisplayName, DateTimeOffset At);
