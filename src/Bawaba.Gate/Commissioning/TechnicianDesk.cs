// The verbs of the commissioning page. Called by its endpoints with the session of somebody whose duty it is. Promises: the record
// before the effect; an address is opened and shows a picture before it is saved; the file is replaced whole or not at all; a
// password is kept in the cameras' own file and shown to nobody again; no text of a plate comes out of here.
using System.Collections.Concurrent;
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Contracts.Officers;
using Bawaba.Gate.Cameras;
using Bawaba.Gate.Officers;
using Bawaba.Gate.Onvif;

namespace Bawaba.Gate.Commissioning;

internal sealed class TechnicianDesk(CameraCrew crew, SetUpFiles files, ActWriter acts, TimeProvider time) : IDisposable
{
    internal static readonly IReadOnlyList<TimeSpan> CheckLengths = [TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(10)];
    private static readonly TimeSpan TestHolds = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(1);
    private const int MaxTests = 50;

    // Most sights of a plate are from afar; it is read where it is near.
    private const double Near = 0.8;
    private const double Half = 0.5;
    private readonly AddressTester _tester = new(time);
    private readonly ConcurrentDictionary<string, Tested> _tested = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<FoundDevice>> _found = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<CameraId, CameraCheck> _checks = new();
    private readonly SemaphoreSlim _saving = new(1, 1);

    internal GateSettings Settings => crew.Settings;

    internal static bool IsDutyOf(OfficerSession session) => session.Officer.Duty is GateDuty.Technician;

    /// <summary>Opens an address for one picture.</summary>
    /// <param name="session">Whose test it is.</param>
    /// <param name="camera">A camera whose stored password is tried where none is given; null for a new one.</param>
    /// <param name="address">rtsp:// or rtsps://, without user and password.</param>
    /// <param name="given">User and password as typed; null: the camera's own, or none.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task<AddressTest> TestAsync(OfficerSession session, CameraId? camera, string address, CameraCredentials? given, CancellationToken cancellation)
    {
        var before = Settings.Cameras.FirstOrDefault(c => c.Id == camera);
        // A stored password goes nowhere but to the camera it was typed for: who cannot read it must not be able to have it sent to them.
        var credentials = given ?? (before is not null && CameraHosts.AreSame(before.Url, address) ? files.CredentialsOf(before.Id) : null);
        // Written before anything is opened: how it went follows in the camera's own state.
        if (!await acts.TryWriteAsync(OfficerDoor.Of(session, OfficerActKind.AddressTested) with { Camera = camera }).ConfigureAwait(false))
            return new AddressTest.NotNow();
        var result = await _tester.RunAsync(address, credentials, cancellation).ConfigureAwait(false);
        if (_tested.Count >= MaxTests)
            _tested.Clear();
        if (result is AddressTest.Seen seen)
            _tested[session.Id] = new(address, given, seen, time.GetUtcNow());
        return result;
    }

    /// <summary>The last test of this session that showed a picture, while it holds.</summary>
    internal AddressTest.Seen? TestOf(OfficerSession session, string address) => Find(session, address)?.Seen;

    /// <summary>Adds the camera, or puts it in the place of the one with its id.</summary>
    /// <param name="session">Who.</param>
    /// <param name="camera">As it is to be.</param>
    /// <param name="given">User and password as typed; null: those of the test, or the camera's own.</param>
    internal async Task<SaveAnswer> SaveAsync(OfficerSession session, CameraSettings camera, CameraCredentials? given)
    {
        await _saving.WaitAsync().ConfigureAwait(false);
        try
        {
            var before = Settings.Cameras.FirstOrDefault(c => c.Id == camera.Id);
            var cameras = before is null ? [.. Settings.Cameras, camera] : Settings.Cameras.Select(c => c.Id == camera.Id ? camera : c).ToArray();
            var settings = Settings with { Cameras = cameras };
            if (GateFile.FaultsOf(settings) is { Count: > 0 } faults)
                return new SaveAnswer.Faulty(faults);
            var test = Find(session, camera.Url ?? "");
            // What was seen to work stays: only an address, or a password, that is new must show a picture.
            var isProven = test is not null && (given is null || given == test.Given);
            if (!isProven && (given is not null || before?.Url != camera.Url))
                return new SaveAnswer.Untested();
            var kind = before is null ? OfficerActKind.CameraAdded : OfficerActKind.CameraChanged;
            var keepsLogin = before is null || CameraHosts.AreSame(before.Url, camera.Url);
            return await ChangeAsync(session, kind, camera.Id, settings, given ?? test?.Given, keepsLogin).ConfigureAwait(false);
        }
        finally
        {
            _saving.Release();
        }
    }

    internal async Task<SaveAnswer> RemoveAsync(OfficerSession session, CameraId camera)
    {
        await _saving.WaitAsync().ConfigureAwait(false);
        try
        {
            if (Settings.Cameras.All(c => c.Id != camera))
                return new SaveAnswer.Done();
            _checks.TryRemove(camera, out _);
            var settings = Settings with { Cameras = [.. Settings.Cameras.Where(c => c.Id != camera)] };
            return await ChangeAsync(session, OfficerActKind.CameraRemoved, camera, settings, null, keepsLogin: false).ConfigureAwait(false);
        }
        finally
        {
            _saving.Release();
        }
    }

    /// <summary>How the camera does now; null where there is none.</summary>
    internal CameraSight? Sight(CameraId camera)
    {
        var report = crew.Reports().FirstOrDefault(r => r.Camera == camera);
        if (report is null)
            return null;
        var board = crew.Board(camera);
        var lately = board?.Sights.Since(time.GetUtcNow() - Lately) ?? [];
        return new()
        {
            Report = report,
            Size = board?.Size ?? (0, 0),
            Plates = lately.Count,
            Legible = lately.Count(s => s.WasRead),
            WidthPx = Percentile(lately.Select(s => (double)s.WidthPx), Near),
            BlurPx = Percentile(lately.Select(s => s.BlurPx).OfType<double>(), Half),
            Bright = Percentile(lately.Select(s => (double)s.Bright), Half),
            Squareness = Percentile(lately.Select(s => (double)s.Squareness), Half),
            Check = _checks.TryGetValue(camera, out var check) ? ResultOf(check, board, report) : null,
        };
    }

    /// <summary>Begins to count; a check of before is forgotten. False where the camera or the length is unknown, or the disk refuses.</summary>
    internal async Task<bool> CheckAsync(OfficerSession session, CameraId camera, TimeSpan length)
    {
        if (crew.Board(camera) is null || !CheckLengths.Contains(length) || crew.Reports().FirstOrDefault(r => r.Camera == camera) is not { } report)
            return false;
        if (!await acts.TryWriteAsync(OfficerDoor.Of(session, OfficerActKind.CameraChecked) with { Camera = camera }).ConfigureAwait(false))
            return false;
        _checks[camera] = new(camera, time.GetUtcNow(), length, report.DroppedFrames);
        return true;
    }

    /// <summary>A vehicle has passed; called by LaneDesk.</summary>
    internal void Passed(CameraId camera, PlateOutcome outcome)
    {
        if (_checks.TryGetValue(camera, out var check))
            check.Take(outcome, time.GetUtcNow());
    }

    /// <summary>The gate's set-up as it stands, as its file; null where the record cannot be written.</summary>
    internal async Task<byte[]?> ExportAsync(OfficerSession session) =>
        await acts.TryWriteAsync(OfficerDoor.Of(session, OfficerActKind.SetUpExported)).ConfigureAwait(false) ? GateFile.ToBytes(Settings) : null;

    /// <summary>Asks a network of this machine who is there; what answered is remembered for this session.</summary>
    /// <exception cref="OnvifFaultException">It cannot be searched.</exception>
    internal async Task<IReadOnlyList<FoundDevice>> FindAsync(OfficerSession session, string network, CancellationToken cancellation)
    {
        if (CameraNetworks.Find(network) is not { } address || !await acts.TryWriteAsync(OfficerDoor.Of(session, OfficerActKind.CamerasSought) with { Detail = "network" }).ConfigureAwait(false))
            throw new OnvifFaultException("network", "no such network, or the disk refuses");
        var devices = await OnvifDiscovery.SearchAsync(address, time, cancellation).ConfigureAwait(false);
        if (_found.Count >= MaxTests)
            _found.Clear();
        _found[session.Id] = devices;
        return devices;
    }

    internal IReadOnlyList<FoundDevice> FoundBy(OfficerSession session) => _found.GetValueOrDefault(session.Id) ?? [];

    /// <summary>The streams of a device this session has found.</summary>
    /// <exception cref="OnvifFaultException">It was not found, does not answer, or refuses the login.</exception>
    internal async Task<IReadOnlyList<FoundStream>> StreamsAsync(OfficerSession session, string device, CameraCredentials? login, CancellationToken cancellation)
    {
        // Only what a search has found is spoken to: a form may name anything.
        if (FoundBy(session).All(d => d.Address != device) || !await acts.TryWriteAsync(OfficerDoor.Of(session, OfficerActKind.CamerasSought) with { Detail = "device" }).ConfigureAwait(false))
            throw new OnvifFaultException("no-answer", "not a device that was found, or the disk refuses");
        using var client = new OnvifClient(new(device), login, time);
        return await client.StreamsAsync(cancellation).ConfigureAwait(false);
    }

    public void Dispose() => _saving.Dispose();

    private async Task<SaveAnswer> ChangeAsync(OfficerSession session, OfficerActKind kind, CameraId camera, GateSettings settings, CameraCredentials? credentials, bool keepsLogin)
    {
        if (!await acts.TryWriteAsync(OfficerDoor.Of(session, kind) with { Camera = camera }).ConfigureAwait(false))
            return new SaveAnswer.NotWritten();
        if (!files.TryWrite(settings, camera, credentials, keepsLogin))
            return new SaveAnswer.NotWritten();
        await crew.ChangeAsync(settings, files.Credentials).ConfigureAwait(false);
        return new SaveAnswer.Done();
    }

    private Tested? Find(OfficerSession session, string address) =>
        _tested.TryGetValue(session.Id, out var tested) && tested.Address == address && time.GetUtcNow() - tested.At < TestHolds ? tested : null;

    private CheckResult ResultOf(CameraCheck check, CameraBoard? board, CameraReport report)
    {
        var (read, unreadable, withoutPlate) = check.Counts();
        return new()
        {
            BeganAt = check.BeganAt,
            EndsAt = check.EndsAt,
            IsRunning = time.GetUtcNow() < check.EndsAt,
            Read = read,
            Unreadable = unreadable,
            WithoutPlate = withoutPlate,
            WidthPx = Percentile((board?.Sights.Since(check.BeganAt) ?? []).Where(s => s.At <= check.EndsAt).Select(s => (double)s.WidthPx), Near),
            DroppedFrames = Math.Max(0, report.DroppedFrames - check.DroppedBefore),
        };
    }

    private static double? Percentile(IEnumerable<double> values, double share) => values.Order().ToArray() is { Length: > 0 } sorted ? sorted[(int)(share * (sorted.Length - 1))] : null;

    private sealed record Tested(string Address, CameraCredentials? Given, AddressTest.Seen Seen, DateTimeOffset At);
}
