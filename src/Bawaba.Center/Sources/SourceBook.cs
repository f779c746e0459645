// The content in force of one source file, and how it came to be. One for mandates, one for the watch-list; loaded at
// start and by SourceWatcher. Promises: content is replaced whole or not at all, after its audit row is written; with
// faults the last good content stays, over a restart too (a copy is kept beside the store).
using System.Data.Common;
using System.Security.Cryptography;
using Bawaba.Center.Audit;
using Bawaba.Center.Live;

namespace Bawaba.Center.Sources;

internal sealed class SourceBook<T>(SourceFormat<T> format, string path, string keptPath, SourceTools services)
    where T : class
{
    private volatile Holding _holding = new(format.Empty, null, 0);

    internal string Path => path;

    internal string Source => format.Source;

    /// <summary>What is in force now.</summary>
    internal T Content => _holding.Content;

    /// <summary>Grows with each replacement of the content.</summary>
    internal long Version => _holding.Version;

    internal LoadReport Report => services.Board.Find(format.Source) ?? new()
    {
        Source = format.Source,
        ReadAt = services.Time.GetUtcNow(),
        RowsInForce = 0,
        Faults = [],
        FaultsFound = 0,
    };

    /// <summary>Reads the file once. Faults of the file are reported, not thrown.</summary>
    internal async Task LoadAsync(CancellationToken cancellation)
    {
        var faults = new FaultList();
        var bytes = SourceFile.Read(path, format.MaxBytes, faults);
        var content = Parse(bytes, faults);
        if (await AdmitAsync(content, bytes, faults, cancellation) && content is not null)
            Take(content, bytes, services.Time.GetUtcNow());
        else if (_holding.SinceAt is null)
            TakeKept();
        Announce(faults);
    }

    private T? Parse(byte[]? bytes, FaultList faults)
    {
        if (faults.Found > 0)
            return null;
        var content = bytes is null ? format.Empty : format.Parse(bytes, faults);
        return faults.Found == 0 ? content : null;
    }

    // One transaction: the rules that need the store, what the store must remember, and the audit row.
    private async Task<bool> AdmitAsync(T? content, byte[]? bytes, FaultList faults, CancellationToken cancellation)
    {
        try
        {
            await services.Store.WriteAsync(connection => Admit(connection, content, bytes, faults), cancellation);
            return faults.Found == 0;
        }
        catch (DbException)
        {
            faults.Add("file", "the center's store or audit log cannot be written, so nothing was taken");
            return false;
        }
    }

    private void Admit(DbConnection connection, T? content, byte[]? bytes, FaultList faults)
    {
        if (content is not null)
            format.Admit(connection, content, faults, services.Time.GetUtcNow());
        var hash = bytes is null ? "none" : Convert.ToHexStringLower(SHA256.HashData(bytes));
        services.Audit.Append(connection, faults.Found == 0
            ? new(format.Loaded, AuditActor.System, format.Source, $"rows={format.Count(content!)} sha256={hash}")
            : new(AuditAct.SourceRefused, AuditActor.System, format.Source, $"faults={faults.Found} sha256={hash}"));
    }

    private void Take(T content, byte[]? bytes, DateTimeOffset at)
    {
        try
        {
            if (bytes is null && File.Exists(keptPath))
                File.Delete(keptPath);
            else if (bytes is not null)
                SourceFile.Keep(keptPath, bytes);
        }
        catch (IOException e)
        {
            // The content counts now all the same; only a restart beside a broken file would miss it.
            services.LogNotKept(format.Source, e);
        }
        _holding = new(content, at, _holding.Version + 1);
    }

    private void TakeKept()
    {
        var faults = new FaultList();
        if (SourceFile.Read(keptPath, format.MaxBytes, faults) is not { } kept)
            return;
        var content = format.Parse(kept, faults);
        if (faults.Found == 0 && content is not null)
            _holding = new(content, new DateTimeOffset(File.GetLastWriteTimeUtc(keptPath)), _holding.Version + 1);
    }

    private void Announce(FaultList faults)
    {
        services.Board.Put(new()
        {
            Source = format.Source,
            ReadAt = services.Time.GetUtcNow(),
            RowsInForce = format.Count(_holding.Content),
            Faults = faults.Kept,
            FaultsFound = faults.Found,
            InForceSinceAt = _holding.SinceAt,
        });
        services.LogRead(format.Source, format.Count(_holding.Content), faults.Found);
        services.Feed.Announce(LiveKind.List, format.Source);
    }

    private sealed record Holding(T Content, DateTimeOffset? SinceAt, long Version);
}
