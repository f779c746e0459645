// The sheets of the last hours as files, for the day when nothing but this disk is left. Written by the console's hourly worker. Promises: a
// file is whole or not there; 24 hours stand there, older ones go; a disk that refuses is logged, kept as a fault for screens, and stops nothing.
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Bawaba.Center.Situation;

/// <summary>The hourly files, in <c>situation</c> below the center's folder.</summary>
public sealed partial class SituationFolder
{
    public const int KeptHours = 24;
    private const string Unfinished = ".part";
    private const string Hour = "yyyy-MM-dd'T'HH'Z'";
    private const int HourAt = 10;
    private const int HourLength = 14;
    private readonly string _folder;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private volatile SituationFault? _fault;

    internal SituationFolder(CenterOptions options, TimeProvider time, ILogger<SituationFolder> logger) =>
        (_folder, _time, _logger) = (Path.Combine(options.DataFolder, "situation"), time, logger);

    /// <summary>Set while the disk refuses.</summary>
    public SituationFault? Fault => _fault;

    /// <summary>Whether the file of the hour that runs is there.</summary>
    public bool HasThisHours => File.Exists(PathOf(_time.GetUtcNow()));

    /// <summary>Writes the file of the hour that runs and deletes those older than a day; false where the disk refuses.</summary>
    public async Task<bool> WriteAsync(string html, CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        try
        {
            Directory.CreateDirectory(_folder);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            // Room is made first: on a full disk the oldest gives way to the newest.
            DeleteBefore(now);
            await PutAsync(PathOf(now), html, cancellation);
            _fault = null;
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (_fault is null)
                LogRefused(_logger, e);
            _fault ??= new(now);
            return false;
        }
    }

    private static async Task PutAsync(string path, string html, CancellationToken cancellation)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var file = new FileStream(path + Unfinished, options))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(html), cancellation);
            file.Flush(flushToDisk: true);
        }
        File.Move(path + Unfinished, path, overwrite: true);
    }

    // By the hour in the name: a file that was copied or touched is no newer for it. What is no file of ours stays.
    private void DeleteBefore(DateTimeOffset now)
    {
        var first = SituationSheet.HourOf(now).AddHours(1 - KeptHours);
        foreach (var file in Directory.EnumerateFiles(_folder, "situation-*"))
        {
            if (HourOfName(Path.GetFileName(file)) is { } hour && (hour < first || file.EndsWith(Unfinished, StringComparison.Ordinal)))
                File.Delete(file);
        }
    }

    private string PathOf(DateTimeOffset at) => Path.Combine(_folder, $"situation-{at.UtcDateTime.ToString(Hour, CultureInfo.InvariantCulture)}.html");

    private static DateTimeOffset? HourOfName(string name) => name.Length > HourAt + HourLength
        && DateTimeOffset.TryParseExact(name.AsSpan(HourAt, HourLength), Hour, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var hour) ? hour : null;

    [LoggerMessage(Level = LogLevel.Error, Message = "The hourly situation file could not be written; the next look tries again")]
    private static partial void LogRefused(ILogger logger, Exception exception);
}
