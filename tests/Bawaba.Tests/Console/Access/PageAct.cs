using Bawaba.Center.Operators;
using Bawaba.Tests.Center.Law;

namespace Bawaba.Tests.Console.Access;

/// <summary>What an address of the screens or of /api does, for who may, and how it is asked.</summary>
internal sealed record PageAct
{
    /// <summary>As it is mapped.</summary>
    public required string Route { get; init; }

    public required string Method { get; init; }

    /// <summary>Any of these is enough; none at all: nobody of a directorate may.</summary>
    public required IReadOnlyList<Permission> Needed { get; init; }

    /// <summary>Needed beside.</summary>
    public Permission? Also { get; init; }

    public required Func<PageRoom, Things, string> Address { get; init; }

    public Func<PageRoom, Things, (string Name, string Value)[]> Form { get; init; } = static (_, _) => [];

    /// <summary>The body, of what is under /api.</summary>
    public Func<PageRoom, Things, object?>? Json { get; init; }

    /// <summary>The version the step is against, of what is under /api.</summary>
    public Func<PageRoom, Things, string>? Version { get; init; }

    /// <summary>What a form about one's own thing leaves behind.</summary>
    public PageEffect Effect { get; init; } = PageEffect.Changes;

    /// <summary>Names a thing that may be another directorate's.</summary>
    public bool NamesOne { get; init; } = true;

    /// <summary>The answer about another's thing, where it is none of 400 to 422: a page that found nothing.</summary>
    public bool AnswersNothing { get; init; }

    internal bool IsApi => Route.StartsWith("/api/", StringComparison.Ordinal);

    internal bool Allows(Role role) => Needed.Any(p => RoleTable.Allows(role, p)) && (Also is not { } also || RoleTable.Allows(role, also));

    public override string ToString() => $"{Method} {Route}";
}
