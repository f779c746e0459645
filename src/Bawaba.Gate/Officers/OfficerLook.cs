using Bawaba.Contracts;

namespace Bawaba.Gate.Officers;

/// <summary>Who looked at a hit on the page, and what they said.</summary>
internal sealed record OfficerLook(string Account, string DisplayName, LookVerdict Verdict, DateTimeOffset At);
