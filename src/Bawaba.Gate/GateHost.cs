// One gate's computer: its outbox, matcher, uplink and cameras, started and stopped together. In `bawaba up` several
// run in one process beside the center; each later is a process of its own. Nothing here knows which.
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Contracts.Video;
using Bawaba.Gate.Approvals;
using Bawaba.Gate.Commissioning;
using Bawaba.Gate.Matching;
using Bawaba.Gate.Officers;
using Bawaba.Gate.Outbox;
using Bawaba.Gate.Uplink;
using Bawaba.Gate.Vault;
using Bawaba.Vision;
using Microsoft.Extensions.Logging;

namespace Bawaba.Gate;

/// <summary>Runs one gate.</summary>
public sealed class GateHost : IAsyncDisposable
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(1);

    // The center takes a gate for cut off after 30 s.
    private static readonly TimeSpan LongestReportPause = TimeSpan.FromSeconds(10);
    private readonly GateHostOptions _options;
    private readonly TimeProvider _time;
    private readonly GateOutbox _outbox;
    private readonly GateMatcher _matcher;
    private readonly ApproverBook _approvers;
    private readonly ListVault _vault;
    private readonly OrdersKeeper _keeper;
    private readonly GateUplink _uplink;
    private readonly LaneDesk _desk;
    private readonly GateMetrics _metrics;
    private readonly CameraCrew _crew;
    private readonly OfficerBook _officers;
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Task> _running = [];
    private volatile bool _isStarted;

    public GateHost(GateHostOptions options, PlateReader reader, ICenterLink center, TimeProvider time, ILoggerFactory loggers)
    {
        _options = options;
        _time = time;
        var gate = options.Settings;
        var logger = loggers.CreateLogger<GateHost>();
        Directory.CreateDirectory(options.DataFolder);
        _outbox = GateOutbox.Open(Path.Combine(options.DataFolder, "outbox.db"), gate.Id, new(options.OutboxBytes), time, logger);
        _matcher = new(time);
        var board = new HitBoard(time);
        _officers = new(Path.Combine(options.DataFolder, "officers.json"), time, logger);
        var acts = new ActWriter(_outbox, time);
        Officers = new(() => Settings, _matcher, board, acts, time);
        OfficerDoor = new(_officers, new(_officers, time), acts, time);
        _approvers = new(gate.Id, Path.Combine(options.DataFolder, "approvers.json"), time, logger);
        _vault = new(gate.Id, options.DataFolder, options.ListSecret, time, logger);
        _keeper = new(_matcher, _approvers, _officers, board, _vault, time);
        _uplink = new(gate.Id, _outbox, _keeper.Take, center, time, logger);
        Rechecks = new(board, _vault, acts);
        Lists = new(_keeper, _vault, _matcher, acts, time);
        _metrics = new(gate.Id, Report, () => _uplink.HeardAt is { } at ? time.GetUtcNow() - at : null);
        _desk = new(_matcher, _outbox, time, Officers, _metrics);
        Center = center;
        _crew = new(reader, _desk, time, logger);
        Technicians = new(_crew, new(options.GatePath, options.CameraSecretsPath, options.Credentials, logger), acts, time);
        _desk.Passed = Technicians.Passed;
    }

    public GateId Id => _options.Settings.Id;

    /// <summary>What the officer's page does.</summary>
    internal OfficerDesk Officers { get; }

    internal OfficerDoor OfficerDoor { get; }

    /// <summary>What the recheck page does.</summary>
    internal RecheckDesk Rechecks { get; }

    /// <summary>What the list page does.</summary>
    internal ListDesk Lists { get; }

    /// <summary>What the commissioning page does.</summary>
    internal TechnicianDesk Technicians { get; }

    /// <summary>As they stand now: a technician may change them while the gate runs.</summary>
    internal GateSettings Settings => _isStarted ? _crew.Settings : _options.Settings;

    private ICenterLink Center { get; }

    public async Task StartAsync()
    {
        await _crew.ChangeAsync(_options.Settings, _options.Credentials).ConfigureAwait(false);
        _isStarted = true;
        _keeper.TakeKept();
        var cancellation = _stopping.Token;
        _running.Add(Task.Run(() => _uplink.DeliverAsync(cancellation), CancellationToken.None));
        _running.Add(Task.Run(() => _uplink.FollowOrdersAsync(cancellation), CancellationToken.None));
        _running.Add(Task.Run(() => ReportAsync(cancellation), CancellationToken.None));
    }

    /// <summary>Appends a count that did not come from a picture (a simulation, later a loop or an officer).</summary>
    public Task AppendCountAsync(PassageCount count, CancellationToken cancellation) =>
        _outbox.AppendAsync([new() { RecordedAt = _time.GetUtcNow(), Count = count }], cancellation);

    /// <summary>A camera's newest picture as JPEG, or null.</summary>
    public byte[]? Snapshot(CameraId camera, int maxWidthPx) =>
        _crew.Board(camera)?.Snapshot(maxWidthPx);

    /// <summary>A camera's live video; see <see cref="IGateVideo"/>.</summary>
    public IAsyncEnumerable<VideoPart> WatchAsync(CameraId camera, CancellationToken cancellation) => _crew.Live.WatchAsync(camera, cancellation);

    public GateReport Report() => new()
    {
        Gate = Id,
        ReportedAt = _time.GetUtcNow(),
        Cameras = _crew.Reports(),
        OrdersVersion = _matcher.OrdersVersion,
        Comparing = _matcher.Comparing,
        ListIsStale = _matcher.ListIsStale,
        ListIssuedAt = _matcher.ListIssuedAt,
        OrdersRefused = _approvers.Refused,
        KeepingNow = [.. _matcher.KeepingNow.Select(k => k.Id)],
        Revived = _approvers.Revived,
        OutboxPending = _outbox.Pending,
        OutboxFault = _outbox.Fault,
        PicturesGivenUp = _outbox.GivenUp,
        KeysUsedBeforeAt = _uplink.KeysUsedBeforeAt,
    };

    /// <summary>How the gate is, for its own page.</summary>
    internal GateStanding Standing() => new()
    {
        Report = Report(),
        HeardAt = _uplink.HeardAt,
        OldestAt = _outbox.OldestAt,
        ListIssuedAt = _matcher.ListIssuedAt,
        Mandates = _matcher.Mandates,
        DiskFreeBytes = new DriveInfo(Path.GetFullPath(_options.DataFolder)).AvailableFreeSpace,
    };

    /// <summary>Stops the cameras first, then what carries their records.</summary>
    public async ValueTask DisposeAsync()
    {
        await _crew.DisposeAsync().ConfigureAwait(false);
        await _stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        OfficerDoor.Dispose();
        Technicians.Dispose();
        _metrics.Dispose();
        _vault.Dispose();
        await _outbox.DisposeAsync().ConfigureAwait(false);
        _stopping.Dispose();
    }

    private async Task ReportAsync(CancellationToken cancellation)
    {
        var pause = ReportEvery;
        while (true)
        {
            await Task.Delay(pause, _time, cancellation).ConfigureAwait(false);
            try
            {
                var began = _time.GetTimestamp();
                await Center.ReportAsync(Report(), cancellation).ConfigureAwait(false);
                pause = RoadPace.After(_time.GetElapsedTime(began), ReportEvery, LongestReportPause);
            }
#pragma warning disable CA1031 // A lost report is replaced by the next; the uplink's own loops say when the road is broken.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                continue;
            }
        }
    }
}
