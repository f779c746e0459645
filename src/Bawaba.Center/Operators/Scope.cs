// What of the room a person sees and acts on: all of it, or one directorate's part with what is common. SessionGuard gives it, from
// the session; desks hand it to every statement and book that knows whose something is. Promises: nothing else makes one, so what a
// request says widens nothing. A test holds that statements on such tables ask for it (ScopeTests).
using Bawaba.Contracts;

namespace Bawaba.Center.Operators;

/// <summary>The part of the room that is somebody's: the whole (the joint room), or a directorate's things with the common ones.</summary>
public sealed record Scope
{
    private Scope(DirectorateId? directorate) => Directorate = directorate;

    /// <summary>The joint room: everything.</summary>
    public static Scope Joint { get; } = new(default(DirectorateId?));

    /// <summary>Null: the whole room.</summary>
    public DirectorateId? Directorate { get; }

    public bool IsWhole => Directorate is null;

    /// <summary>Whether what belongs to this directorate is within it; null: common, or asked for by the joint room.</summary>
    public bool Sees(DirectorateId? owner) => IsWhole || owner is null || owner == Directorate;

    /// <summary>Whether the other is no wider: who may be given it, or be dealt with.</summary>
    public bool Holds(Scope other) => IsWhole || other == this;

    /// <summary>An account's: auditors stand outside every chain and see everything.</summary>
    public static Scope Of(Role role, DirectorateId? directorate) => directorate is null || role is Role.Auditor ? Joint : new(directorate);

    /// <summary>A condition: the gate in this column is within the scope. Needs <see cref="Parameter"/>.</summary>
    internal static string OfGate(string column) => $"(@scope = '' OR {column} IN (SELECT id FROM gate WHERE coalesce(directorate, '') IN ('', @scope)))";

    /// <summary>A condition: the row whose directorate stands in this column is within the scope. Needs <see cref="Parameter"/>.</summary>
    internal static string OfOwner(string column) => $"(@scope = '' OR coalesce({column}, '') IN ('', @scope))";

    /// <summary>The value both conditions ask for.</summary>
    internal (string Name, object? Value) Parameter => ("@scope", Directorate?.Value ?? "");
}
