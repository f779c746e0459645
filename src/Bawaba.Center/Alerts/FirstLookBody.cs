using Bawaba.Contracts;

namespace Bawaba.Center.Alerts;

/// <summary>A first look, on the wire.</summary>
internal sealed record FirstLookBody(LookVerdict Verdict);
