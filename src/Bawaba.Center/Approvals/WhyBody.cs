namespace Bawaba.Center.Approvals;

/// <summary>Which rule stands against it, as a coded word.</summary>
internal sealed record WhyBody(string Why);
