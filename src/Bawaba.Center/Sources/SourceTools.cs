using Bawaba.Center.Audit;
using Bawaba.Center.Live;
using Bawaba.Center.Storage;
using Microsoft.Extensions.Logging;

namespace Bawaba.Center.Sources;

/// <summary>What reading any source file needs.</summary>
internal sealed partial class SourceTools(
    CenterStore store, AuditLog audit, SourceBoard board, LiveFeed feed, TimeProvider time, ILogger<SourceTools> logger)
{
    internal CenterStore Store => store;

    internal AuditLog Audit => audit;

    internal SourceBoard Board => board;

    internal LiveFeed Feed => feed;

    internal TimeProvider Time => time;

    internal void LogRead(string source, int rows, int faults)
    {
        if (faults == 0)
            LogGood(logger, source, rows);
        else
            LogRefused(logger, source, faults, rows);
    }

    internal void LogNotKept(string source, Exception exception) => LogCopy(logger, source, exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Source {Source}: {Rows} rows in force")]
    private static partial void LogGood(ILogger logger, string source, int rows);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Source {Source}: {Faults} faults, nothing of it was taken; {Rows} rows stay in force")]
    private static partial void LogRefused(ILogger logger, string source, int faults, int rows);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Source {Source}: no copy of it could be kept")]
    private static partial void LogCopy(ILogger logger, string source, Exception exception);
}
