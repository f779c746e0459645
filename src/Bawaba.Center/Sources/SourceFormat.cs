using System.Data.Common;
using Bawaba.Center.Audit;

namespace Bawaba.Center.Sources;

/// <summary>How one kind of source file is read.</summary>
internal sealed record SourceFormat<T>
{
    /// <summary>A word of <see cref="LoadReport"/>.</summary>
    public required string Source { get; init; }

    public required int MaxBytes { get; init; }

    /// <summary>What a missing file stands for.</summary>
    public required T Empty { get; init; }

    /// <summary>The content, or null; notes every fault.</summary>
    public required Func<byte[], FaultList, T?> Parse { get; init; }

    /// <summary>Rows of the content.</summary>
    public required Func<T, int> Count { get; init; }

    /// <summary>Rules that need the store, and what it must remember; runs in the transaction of the audit row.</summary>
    public required Action<DbConnection, T, FaultList, DateTimeOffset> Admit { get; init; }

    public required AuditAct Loaded { get; init; }
}
