using Bawaba.Contracts;

namespace Bawaba.Center.Cases;

/// <summary>A case in the register. No names, no plates: those stand in what is linked, under its own rules.</summary>
public sealed record CaseFile
{
    /// <summary>Year and serial, such as 2026-000017.</summary>
    public required string Number { get; init; }

    public required CaseKind Kind { get; init; }

    public required CaseState State { get; init; }

    public required string OpenedBy { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>What the prosecution or the court calls it.</summary>
    public string? OutsideNumber { get; init; }

    /// <summary>The directorate of who opened it; null: the joint room.</summary>
    public DirectorateId? Directorate { get; init; }

    /// <summary><c>entry/…</c> and <c>alert/…</c> that belong to it.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];
}
