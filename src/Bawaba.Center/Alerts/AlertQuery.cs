using Bawaba.Contracts;

namespace Bawaba.Center.Alerts;

/// <summary>Which alerts are asked for, newest first.</summary>
public sealed record AlertQuery
{
    /// <summary>Named one by one, so many may be asked for at once.</summary>
    public const int MostTogether = 100;

    /// <summary>Only those people still have to decide.</summary>
    public bool UndecidedOnly { get; init; }

    public GateId? Gate { get; init; }

    /// <summary>1 to 500.</summary>
    public int Limit { get; init; } = 200;
}
