// The gate's list on its own disk, sealed: so that a gate that starts while the road is broken can go on, and a copied disk says
// nothing. One random key seals the list; that key is kept sealed under the center's key, a passphrase, and a key this machine
// gives at its start, whichever there are. Called by OrdersKeeper, one call at a time. Promises: a plate is on the disk inside a
// seal alone; a file that was changed, swapped for another gate's or left half written opens as nothing.
using System.Globalization;
using System.Text;
using System.Text.Json;
using Bawaba.Contracts;
using Bawaba.Contracts.Approvals;
using Bawaba.Contracts.Enrolment;
using Bawaba.Proof.Sealing;
using Microsoft.Extensions.Logging;

namespace Bawaba.Gate.Vault;

internal sealed partial class ListVault : IDisposable
{
    internal const string LockName = "list-lock.json";
    internal const string ListName = "list.sealed";
    internal const string TimeName = "list-time.sealed";
    private const string CenterPurpose = "bawaba list center";
    private const int LeastSaltBytes = 8;
    private const string MachinePurpose = "bawaba list machine";

    // The center confirms the list every second; this much of its age is lost at most when the power goes.
    private static readonly TimeSpan WriteTimeEvery = TimeSpan.FromMinutes(2);
    private readonly GateId _gate;
    private readonly string _folder;
    private readonly SealingKey? _machine;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private ListLock? _lock;
    private SealingKey? _key;
    private byte[]? _centerKey;
    private (long Version, IReadOnlyList<CameraId> Stopped)? _kept;
    private long _timeWrittenAt;
    private bool _failed;

    internal ListVault(GateId gate, string folder, byte[]? machineSecret, TimeProvider time, ILogger logger)
    {
        (_gate, _folder, _time, _logger) = (gate, folder, time, logger);
        _machine = machineSecret is null ? null : SealingKey.From(machineSecret, MachinePurpose);
        _lock = ReadLock();
        if (_machine is not null)
            Open(LockWay.Machine, _machine);
    }

    internal VaultState State => _key is not null ? VaultState.Open : _lock is not null ? VaultState.Locked : VaultState.Empty;

    internal bool HasPassphrase => _lock?.Way(LockWay.Passphrase) is not null;

    internal bool HasMachineKey => _lock?.Way(LockWay.Machine) is not null;

    /// <summary>Keeps what the center says now: the list where it changed, the time now and then.</summary>
    internal void Take(GateOrders sent)
    {
        if (sent.ListKey is { } given)
            TakeCenterKey(given);
        if (_key is null)
            return;
        try
        {
            if (_kept is not { } kept || kept.Version != sent.Version || !kept.Stopped.SequenceEqual(sent.StoppedCameras))
            {
                WriteSealed(ListName, PackedOrders.Pack(sent));
                _kept = (sent.Version, sent.StoppedCameras);
                WriteTime(sent.IssuedAt);
            }
            else if (_time.GetElapsedTime(_timeWrittenAt) >= WriteTimeEvery)
            {
                WriteTime(sent.IssuedAt);
            }
            _failed = false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // In force in memory; the next orders try again.
            if (!_failed)
                LogNotKept(_logger, e);
            _failed = true;
        }
    }

    /// <summary>The kept list, as old as the center's last word on it; null where there is none, or no key.</summary>
    internal GateOrders? Read()
    {
        if (_key is null || ReadSealed(ListName) is not { } packed || ReadSealed(TimeName) is not { } time)
            return null;
        try
        {
            var orders = PackedOrders.Unpack(packed);
            var word = Encoding.ASCII.GetString(time).Split(' ');
            if (word.Length != 2 || word[0] != orders.Version.ToString(CultureInfo.InvariantCulture))
                return orders;
            return orders with { IssuedAt = DateTimeOffset.UnixEpoch.AddMicroseconds(long.Parse(word[1], CultureInfo.InvariantCulture)) };
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            LogDamaged(_logger, e.Message);
            return null;
        }
    }

    /// <summary>Makes the key behind a passphrase, which takes its time, and says how the vault is opened with it; null where there is none.</summary>
    internal Func<bool>? Opening(Passphrase passphrase)
    {
        if (_lock?.Way(LockWay.Passphrase) is not { Salt: { } base64, Cost: { IsSane: true } cost } || Bytes(base64) is not { Length: >= LeastSaltBytes } salt)
            return null;
        var key = passphrase.Key(salt, cost);
        return () =>
        {
            using (key)
                return Open(LockWay.Passphrase, key);
        };
    }

    /// <summary>Another passphrase in the place of the one before; only while the vault is open.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    internal void SetPassphrase(Passphrase passphrase, PassphraseCost cost)
    {
        if (_key is not { } key || _lock is not { } known)
            throw new InvalidOperationException("the list is not open");
        var salt = Passphrase.NewSalt();
        using var way = passphrase.Key(salt, cost);
        WriteLock(known.With(new() { Kind = LockWay.Passphrase, Box = Box(key, way, LockWay.Passphrase), Salt = Convert.ToBase64String(salt), Cost = cost }));
    }

    /// <summary>A list that was carried here.</summary>
    /// <exception cref="InvalidDataException">It is not for this gate, not under the key the center gave it, or damaged.</exception>
    internal GateOrders ReadCarried(byte[] file)
    {
        if (_centerKey is not { } secret)
            throw new InvalidDataException("this gate has no key for it");
        using var key = SealingKey.From(secret, PackedOrders.CarriedPurpose);
        return PackedOrders.Unpack(key.Open(file, PackedOrders.CarriedTo(_gate)) ?? throw new InvalidDataException("it is not for this gate, or damaged"));
    }

    /// <summary>The answer the room gives by voice; null while this gate has no key of the center.</summary>
    internal string? VoiceAnswer(EntryId entry, string officer, string question) =>
        _centerKey is { } secret ? VoiceCode.Answer(secret, _gate, entry, officer, question) : null;

    public void Dispose()
    {
        _key?.Dispose();
        _machine?.Dispose();
    }

    private void TakeCenterKey(ListKey given)
    {
        byte[] secret;
        try
        {
            secret = Convert.FromBase64String(given.Base64);
        }
        catch (FormatException)
        {
            return;
        }
        if (secret.Length != SealingKey.Bytes || (_key is not null && _centerKey.AsSpan().SequenceEqual(secret)))
            return;
        using var center = SealingKey.From(secret, CenterPurpose);
        if (_key is null && _lock is not null && !Open(LockWay.Center, center))
            LogReplaced(_logger);
        try
        {
            Lock(center, secret);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogNotKept(_logger, e);
        }
    }

    // A new lock where there is none, or none that opens; the center's new key where it has another.
    private void Lock(SealingKey center, byte[] secret)
    {
        if (_key is not { } key)
        {
            File.Delete(PathOf(ListName));
            File.Delete(PathOf(TimeName));
            key = SealingKey.New();
            _lock = null;
        }
        var ways = _lock?.Ways ?? [];
        var made = new ListLock { Format = ListLock.CurrentFormat, Ways = ways, CenterKey = Convert.ToBase64String(key.Seal(secret, BoundTo("center-key"))) }
            .With(new() { Kind = LockWay.Center, Box = Box(key, center, LockWay.Center) });
        if (_machine is not null)
            made = made.With(new() { Kind = LockWay.Machine, Box = Box(key, _machine, LockWay.Machine) });
        WriteLock(made);
        (_key, _centerKey) = (key, secret);
    }

    private bool Open(string kind, SealingKey way)
    {
        if (_key is not null)
            return true;
        if (_lock?.Way(kind) is not { } found)
            return false;
        _key = SealingKey.Unsealed(Bytes(found.Box), way, BoundTo(kind));
        _centerKey = _key?.Open(Bytes(_lock.CenterKey), BoundTo("center-key"));
        return _key is not null;
    }

    private string Box(SealingKey key, SealingKey way, string kind) => Convert.ToBase64String(key.SealedUnder(way, BoundTo(kind)));

    private static byte[] Bytes(string base64)
    {
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private string BoundTo(string what) => $"bawaba gate {_gate} {what}";

    private string PathOf(string name) => Path.Combine(_folder, name);

    private void WriteTime(DateTimeOffset issuedAt)
    {
        var micros = (issuedAt - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        WriteSealed(TimeName, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{_kept!.Value.Version} {micros}")));
        _timeWrittenAt = _time.GetTimestamp();
    }

    private void WriteSealed(string name, byte[] plain) => PrivateFile.Write(PathOf(name), _key!.Seal(plain, BoundTo(name)), overwrite: true);

    private byte[]? ReadSealed(string name)
    {
        try
        {
            if (!File.Exists(PathOf(name)))
                return null;
            if (_key!.Open(File.ReadAllBytes(PathOf(name)), BoundTo(name)) is { } plain)
                return plain;
            LogDamaged(_logger, name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogDamaged(_logger, e.Message);
        }
        return null;
    }

    private void WriteLock(ListLock made)
    {
        PrivateFile.Write(PathOf(LockName), JsonSerializer.Serialize(made, LockJson.Default.ListLock), overwrite: true);
        _lock = made;
    }

    // A damaged lock opens nothing: it is the same as none, and the center's next word makes another.
    private ListLock? ReadLock()
    {
        try
        {
            return File.Exists(PathOf(LockName)) && JsonSerializer.Deserialize(File.ReadAllBytes(PathOf(LockName)), LockJson.Default.ListLock) is { Format: ListLock.CurrentFormat } known
                ? known
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            LogDamaged(_logger, e.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sealed list cannot be written; it is in force until this computer is started again without the center")]
    private static partial void LogNotKept(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sealed list cannot be read ({Reason}); nothing is compared until the center is heard")]
    private static partial void LogDamaged(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The center has another key for the list than this disk was locked with: the kept list is given up, its passphrase opens nothing any more")]
    private static partial void LogReplaced(ILogger logger);
}
