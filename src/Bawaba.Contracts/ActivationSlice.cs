namespace Bawaba.Contracts;

/// <summary>What an activation order lets one gate do: compare entries of these categories, from–until.</summary>
public sealed record ActivationSlice
{
    public required MandateId Id { get; init; }

    /// <summary>First instant at which comparing is allowed (UTC).</summary>
    public required DateTimeOffset FromAt { get; init; }

    /// <summary>First instant at which it no longer is (UTC).</summary>
    public required DateTimeOffset UntilAt { get; init; }

    public required IReadOnlyList<string> Categories { get; init; }
}
