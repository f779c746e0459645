using Bawaba.Center.Sharing;

namespace Bawaba.Center.Incidents;

/// <summary>What a person's directorate may see and do of one incident.</summary>
public sealed record IncidentAccess
{
    /// <summary>One's own, or common: everything the role allows.</summary>
    public static IncidentAccess Whole { get; } = new() { IsOwn = true, Assists = true, Fields = [.. Enum.GetValues<ShareField>()] };

    public bool IsOwn { get; private init; }

    /// <summary>May write into its log and send units of its own.</summary>
    public bool Assists { get; private init; }

    /// <summary>What is shown beyond what, where and when.</summary>
    public IReadOnlyList<ShareField> Fields { get; private init; } = [];

    public bool Sees(ShareField field) => Fields.Contains(field);

    /// <summary>What agreements in force let one see and do: each adds to the others.</summary>
    internal static IncidentAccess By(IReadOnlyCollection<Agreement> agreements) => new()
    {
        Assists = agreements.Any(a => a.Mode is ShareMode.Assist),
        Fields = [.. agreements.SelectMany(a => a.Fields).Distinct().Order()],
    };
}
