// Who may sign in at this gate's own page, as the center last said. Given the orders by the uplink, asked by OfficerDesk.
// On disk in a file its owner alone may read, because a gate that starts while the road is broken must still let its
// officers in. Promises: after seven days without word from the center nobody is let in; a damaged file lets nobody in.
using System.Text.Json;
using Bawaba.Contracts.Enrolment;
using Bawaba.Contracts.Officers;
using Microsoft.Extensions.Logging;

namespace Bawaba.Gate.Officers;

internal sealed partial class OfficerBook
{
    /// <summary>Without word from the center for this long, nobody signs in: somebody may have been removed meanwhile.</summary>
    internal static readonly TimeSpan MaxAge = TimeSpan.FromDays(7);

    // The time alone is written now and then: orders come every second.
    private static readonly TimeSpan WriteTimeEvery = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan MaxClockLead = TimeSpan.FromMinutes(5);
    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private volatile OfficerBookFile? _content;
    private DateTimeOffset _writtenAt = DateTimeOffset.MinValue;

    internal OfficerBook(string path, TimeProvider time, ILogger logger)
    {
        (_path, _time, _logger) = (path, time, logger);
        _content = Read();
    }

    /// <summary>When the center last spoke; null before it ever did.</summary>
    internal DateTimeOffset? HeardAt => _content?.HeardAt;

    /// <summary>True when what is known is too old, or dated by a wrong clock, to let anybody in.</summary>
    internal bool IsTooOld => _content is not { } content || _time.GetUtcNow() - content.HeardAt > MaxAge || content.HeardAt - _time.GetUtcNow() > MaxClockLead;

    internal GateOfficer? FindName(string userName) => Find(o => o.UserName == userName);

    /// <summary>The officer with this account; null when they work here no more.</summary>
    internal GateOfficer? FindAccount(string account) => Find(o => o.Account == account);

    /// <summary>Takes what the center says now.</summary>
    internal void Take(IReadOnlyList<GateOfficer> officers, DateTimeOffset issuedAt)
    {
        var before = _content;
        _content = new() { HeardAt = issuedAt, Officers = officers };
        var same = before is not null && before.Officers.SequenceEqual(officers);
        if (same && issuedAt - _writtenAt < WriteTimeEvery)
            return;
        try
        {
            PrivateFile.Write(_path, JsonSerializer.Serialize(_content, OfficerBookJson.Default.OfficerBookFile), overwrite: true);
            _writtenAt = issuedAt;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // In force in memory; the next orders try again.
            LogNotWritten(_logger, e.Message);
        }
    }

    private GateOfficer? Find(Func<GateOfficer, bool> which) => IsTooOld ? null : _content!.Officers.FirstOrDefault(which);

    private OfficerBookFile? Read()
    {
        try
        {
            return File.Exists(_path) ? JsonSerializer.Deserialize(File.ReadAllBytes(_path), OfficerBookJson.Default.OfficerBookFile) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            LogDamaged(_logger, e.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The gate's officers could not be written ({Reason}); a restart would let in those of before")]
    private static partial void LogNotWritten(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The gate's officers cannot be read ({Reason}); nobody signs in until the center is heard")]
    private static partial void LogDamaged(ILogger logger, string reason);
}
