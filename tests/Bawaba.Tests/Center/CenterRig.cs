// A real center on a real store of its own, with a clock the test turns. No host, no HTTP. Which store it is, is the
// suite's choice (StoreUnderTest): the fast suite has SQLite, the system tests run the same specifications on PostgreSQL.
using Bawaba.Center;
using Bawaba.Center.Alerts;
using Bawaba.Center.Operators;
using Bawaba.Center.Sources;
using Bawaba.Center.Storage;
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bawaba.Tests.Center;

internal sealed class CenterRig : IAsyncDisposable
{
    internal static readonly DateTimeOffset Start = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private static readonly string HashOfNobody = $"$argon2id$v=19$m=19456,t=2,p=1${new string('A', 22)}${new string('A', 43)}";
    private readonly string _folder;
    private readonly CenterRig? _beside;
    private readonly Func<CenterOptions, CenterOptions>? _change;
    private ServiceProvider _services;
    private long _sequence;

    private CenterRig(string folder, StoreAddress? store, FakeTimeProvider time, CenterRig? beside, Func<CenterOptions, CenterOptions>? change)
    {
        _folder = folder;
        Store = store;
        Time = time;
        _beside = beside;
        _change = change;
        _services = new ServiceCollection().BuildServiceProvider();
    }

    internal FakeTimeProvider Time { get; }

    internal string Folder => _folder;

    internal string DataFolder => Path.Combine(_folder, "center");

    internal string CityPath => Path.Combine(_folder, "city.json");

    internal string MandatesPath => Path.Combine(_folder, "mandates.json");

    internal string WatchlistPath => Path.Combine(_folder, "watchlist.json");

    /// <summary>Null on SQLite, whose file is in <see cref="DataFolder"/>.</summary>
    internal StoreAddress? Store { get; }

    internal CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts a center: on a store of its own, or on that of another where the store can be shared.</summary>
    internal static async Task<CenterRig> StartAsync(
        Action<CenterRig>? arrange = null, Action<IServiceCollection>? register = null, CenterRig? beside = null, Func<CenterOptions, CenterOptions>? change = null)
    {
        var folder = Directory.CreateTempSubdirectory("bawaba-center-").FullName;
        var time = new FakeTimeProvider(Start);
        var store = beside is null ? await StoreUnderTest.NewAsync(TestContext.Current.CancellationToken) : beside.Store;
        var rig = new CenterRig(folder, store, time, beside, change);
        rig._services = rig.Build(register);
        CityFile.Write(rig.CityPath, A.City());
        if (beside is not null)
        {
            // As whoever sets a second center up does (docs/operations/postgresql.md).
            Directory.CreateDirectory(rig.DataFolder);
            File.Copy(Path.Combine(beside.DataFolder, SecretSeal.FileName), Path.Combine(rig.DataFolder, SecretSeal.FileName));
        }
        arrange?.Invoke(rig);
        await rig._services.PrepareCenterAsync(rig.Cancellation);
        return rig;
    }

    /// <summary>A center with one order in force at the north gate and one entry on the list.</summary>
    internal static Task<CenterRig> WithAnEntryAsync(CenterRig? beside = null, Func<CenterOptions, CenterOptions>? change = null) => StartAsync(
        rig =>
        {
            File.WriteAllText(rig.MandatesPath, A.Mandates(A.Order()));
            File.WriteAllText(rig.WatchlistPath, A.Watchlist(A.Entry()));
        },
        beside: beside,
        change: change);

    internal DateTimeOffset Now => Time.GetUtcNow();

    internal Task<IntakeAck> DeliverAsync(params GateRecord[] records) =>
        Get<ICenterLink>().DeliverAsync(new() { Gate = A.North, Records = records }, Cancellation);

    /// <summary>A hit delivered as the next record; its alert.</summary>
    internal async Task<Alert> RaiseAsync(Hit? hit = null)
    {
        hit ??= A.Hit(Now);
        await DeliverAsync(A.Record(++_sequence, Now, hit: hit, pictures: A.Pictures()));
        return (await AlertsAsync()).Single(a => a.Passage == hit.Passage && a.Entry.Id == hit.Entry);
    }

    /// <summary>Every alert as the store has it, newest first; nothing is audited.</summary>
    internal Task<List<Alert>> AlertsAsync() => Get<CenterStore>().ReadAsync(c => AlertSql.List(c, Scope.Joint, new() { Limit = 500 }), Cancellation);

    internal T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Stops everything and starts anew on the same folder, as after a crash.</summary>
    internal async Task RestartAsync()
    {
        await _services.DisposeAsync();
        _services = Build(null);
        await _services.PrepareCenterAsync(Cancellation);
    }

    internal Task PollSourcesAsync() => Get<SourceWatcher>().PollAsync(Cancellation);

    /// <summary>Somebody signed in with a role; each call is another account.</summary>
    internal async Task<Actor> SignedInAsync(Role role, string chain = "", DirectorateId? directorate = null)
    {
        var account = new Account
        {
            Id = AccountId.Mint(Time),
            UserName = $"p-{Guid.CreateVersion7(Time.GetUtcNow()):N}"[..30],
            DisplayName = role.ToString(),
            Role = role,
            Chain = chain,
            Directorate = directorate,
            CreatedAt = Time.GetUtcNow(),
        };
        await Get<CenterStore>().WriteAsync(c => OperatorSql.InsertAccount(c, account, HashOfNobody), Cancellation);
        return await SessionOfAsync(account);
    }

    /// <summary>Another session of an actor's account.</summary>
    internal async Task<Actor> SessionOfAsync(Account account)
    {
        var session = new Session
        {
            Id = SessionId.Mint(Time),
            Account = account.Id,
            StartedAt = Time.GetUtcNow(),
            ExpiresAt = Time.GetUtcNow() + TimeSpan.FromHours(8),
            Address = "192.0.2.1",
        };
        await Get<CenterStore>().WriteAsync(c => OperatorSql.InsertSession(c, session, session.Id.ToString()), Cancellation);
        return new()
        {
            Account = account.Id,
            UserName = account.UserName,
            DisplayName = account.DisplayName,
            Role = account.Role,
            Scope = account.Scope,
            Session = session.Id,
            Address = "192.0.2.1",
        };
    }

    /// <summary>The acts in the audit log, oldest first.</summary>
    internal Task<List<string>> ActsAsync() => Get<CenterStore>().ReadAsync(
        c => c.Rows("SELECT act FROM audit_event ORDER BY seq", r => r.GetString(0)), Cancellation);

    /// <summary>Makes every further audit row impossible, as a fault of that table would.</summary>
    internal Task BreakAuditAsync() => Get<CenterStore>().WriteAsync(
        c => c.Run("ALTER TABLE audit_event RENAME TO audit_gone"), Cancellation);

    /// <summary>All that the store keeps, as bytes: SQLite's files, PostgreSQL's rows; and the files beside it.</summary>
    internal async Task<bool> HoldsAsync(string text) =>
        (await StoreUnderTest.HeldAsync(this)).Concat(Files.BytesUnder(DataFolder)).Any(bytes => Files.Holds(bytes, text));

    internal Task MendAuditAsync() => Get<CenterStore>().WriteAsync(
        c => c.Run("ALTER TABLE audit_gone RENAME TO audit_event"), Cancellation);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_beside is null)
            await StoreUnderTest.DropAsync(Store);
        Directory.Delete(_folder, recursive: true);
    }

    private ServiceProvider Build(Action<IServiceCollection>? register)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        register?.Invoke(services);
        var options = new CenterOptions
        {
            DataFolder = DataFolder,
            Store = Store,
            CityPath = CityPath,
            MandatesPath = MandatesPath,
            WatchlistPath = WatchlistPath,
            FilesAreLaw = true,
        };
        services.AddCenter(_change?.Invoke(options) ?? options);
        return services.BuildServiceProvider();
    }
}
