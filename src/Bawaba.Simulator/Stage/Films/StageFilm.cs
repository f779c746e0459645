// A stage as a film: an H.264 byte stream that can be played while it is still being drawn, and the truth beside it.
// Called by the demo city and by tests. Promises: a film that was drawn whole is kept under the name of its settings and of
// this program's build, and is not drawn again; a film that was not finished leaves nothing behind; the folder is private.
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Bawaba.Simulator.Stage.Films;

/// <summary>A drawn film on disk. Dispose stops the drawing; a whole film stays in its folder.</summary>
public sealed partial class StageFilm : IAsyncDisposable
{
    private const int KeptFilms = 12;
    private readonly CancellationTokenSource _stopping = new();
    private readonly string? _growing;

    private StageFilm(StageSettings settings, string path, IReadOnlyList<StagePassage> passages, string truthPath)
    {
        Settings = settings;
        Path = path;
        Passages = passages;
        TruthPath = truthPath;
        Written = Task.CompletedTask;
    }

    private StageFilm(StageSettings settings, FilmNames names, LaneStage stage, ILogger logger)
    {
        Settings = settings;
        Path = _growing = names.Growing;
        Passages = stage.Passages;
        TruthPath = names.Truth;
        Written = Task.Run(() => DrawAsync(stage, names, logger));
    }

    public StageSettings Settings { get; }

    /// <summary>Annex B, no B-frames, parameter sets at each key frame, a key frame a second. Exists already; grows until <see cref="Written"/> ends.</summary>
    public string Path { get; }

    /// <summary>Ends when the film is whole; faults when it could not be drawn.</summary>
    public Task Written { get; }

    public int FramesPerSecond => Settings.FramesPerSecond;

    /// <summary>The truth, in the order of coming.</summary>
    public IReadOnlyList<StagePassage> Passages { get; }

    /// <summary>The same as JSON lines.</summary>
    public string TruthPath { get; }

    /// <summary>Where films are kept when nobody says otherwise: in the user's cache, outside any data folder.</summary>
    public static string DefaultFolder { get; } = System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } local ? local : System.IO.Path.GetTempPath(),
        "bawaba", "films");

    /// <summary>
    /// Finds the film in <paramref name="folder"/> or begins to draw it; returns as soon as the file exists.
    /// Throws <see cref="ArgumentException"/> for settings out of range and <see cref="IOException"/> for a folder that cannot be used.
    /// </summary>
    public static async Task<StageFilm> MakeAsync(StageSettings settings, string folder, ILogger logger, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Check();
        PrivateFolder(folder);
        var names = FilmNames.Of(folder, KeyOf(settings));
        var stage = new LaneStage(settings);
        if (File.Exists(names.Whole) && File.Exists(names.Truth))
        {
            var passages = stage.Passages;
            stage.Dispose();
            return new(settings, names.Whole, passages, names.Truth);
        }
        DropOfDead(folder);
        await WriteTruthAsync(stage.Passages, names.Truth, cancellation).ConfigureAwait(false);
        await File.WriteAllBytesAsync(names.Growing, [], cancellation).ConfigureAwait(false);
        return new(settings, names, stage, logger);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await Written.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_growing is not null)
            File.Delete(_growing);
        _stopping.Dispose();
    }

    private async Task DrawAsync(LaneStage stage, FilmNames names, ILogger logger)
    {
        using (stage)
        {
            var milliseconds = await FilmEncoder.EncodeAsync(stage, Settings, names.Growing, _stopping.Token).ConfigureAwait(false);
            LogDrawn(logger, Settings.CameraName, Settings.FrameCount, milliseconds);
        }
        // The growing name stays for whoever plays it; the kept one appears whole or not at all.
        var copy = names.Growing + ".copy";
        File.Copy(names.Growing, copy, overwrite: true);
        File.Move(copy, names.Whole, overwrite: true);
        DropOldest(System.IO.Path.GetDirectoryName(names.Whole)!);
    }

    private static string KeyOf(StageSettings settings)
    {
        var build = typeof(StageFilm).Module.ModuleVersionId.ToByteArray();
        var hash = SHA256.HashData([.. build, .. JsonSerializer.SerializeToUtf8Bytes(settings, StageJson.Default.StageSettings)]);
        return Convert.ToHexStringLower(hash.AsSpan(0, 12));
    }

    private static async Task WriteTruthAsync(IReadOnlyList<StagePassage> passages, string path, CancellationToken cancellation) =>
        await File.WriteAllLinesAsync(path, passages.Select(p => JsonSerializer.Serialize(p, StageJson.Default.StagePassage)), cancellation).ConfigureAwait(false);

    private static void PrivateFolder(string folder)
    {
        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            File.SetUnixFileMode(Directory.CreateDirectory(folder, OwnerOnly).FullName, OwnerOnly);
    }

    private static void DropOldest(string folder)
    {
        foreach (var old in new DirectoryInfo(folder).GetFiles("*.h264").OrderByDescending(f => f.LastWriteTimeUtc).Skip(KeptFilms))
        {
            old.Delete();
            File.Delete(System.IO.Path.ChangeExtension(old.FullName, ".jsonl"));
        }
    }

    // A process that was killed while it drew has left what it had: nobody plays it any more.
    private static void DropOfDead(string folder)
    {
        foreach (var left in new DirectoryInfo(folder).GetFiles("*.growing*"))
        {
            if (left.Name.Split('.') is not [_, var process, ..] || !int.TryParse(process, CultureInfo.InvariantCulture, out var id) || !IsRunning(id))
                left.Delete();
        }
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Stage: the film of {Camera} is drawn, {Frames} frames in {Milliseconds} ms")]
    private static partial void LogDrawn(ILogger logger, string camera, int frames, long milliseconds);

    private sealed record FilmNames(string Whole, string Growing, string Truth)
    {
        internal static FilmNames Of(string folder, string key) => new(
            System.IO.Path.Combine(folder, key + ".h264"),
            System.IO.Path.Combine(folder, $"{key}.{Environment.ProcessId}.growing"),
            System.IO.Path.Combine(folder, key + ".jsonl"));
    }
}
