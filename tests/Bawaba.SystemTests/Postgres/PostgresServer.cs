// A real PostgreSQL for the tests: Debian's, durable as in use (fsync on), reached over a socket in its folder and by
// password over loopback. One a run, started by the first that needs it; the benches use it too. The tests' is in memory
// where there is room, as hundreds of databases are made and dropped; a bench's is on the disk it measures.
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Bawaba.SystemTests.Running;
using Npgsql;

namespace Bawaba.SystemTests.Postgres;

internal sealed class PostgresServer : IAsyncDisposable
{
    internal const string Owner = "bawaba_owner";
    internal const string Password = "not a secret 9";
    private const string Debian = "/usr/lib/postgresql";
    private const string Memory = "/dev/shm";
    private const long MemoryBytes = 2L << 30;
    private static readonly Lazy<Task<PostgresServer>> Running = new(() => StartAsync(FolderOfTests()));
    private readonly string _folder;
    private BoundProcess _process;
    private int _databases;

    private PostgresServer(string folder, int port, BoundProcess process)
    {
        (_folder, Port, _process) = (folder, port, process);
    }

    internal int Port { get; }

    internal static Task<PostgresServer> GetAsync() => Running.Value;

    internal static async Task EndAsync()
    {
        if (Running.IsValueCreated)
            await (await Running.Value).DisposeAsync();
    }

    /// <summary>A database of the owner's: empty, or a copy of another that nobody is connected to.</summary>
    internal async Task<string> NewDatabaseAsync(string? like = null)
    {
        var name = $"city_{Interlocked.Increment(ref _databases)}";
        await RunAsync("postgres", like is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {like}");
        return name;
    }

    /// <summary>Runs statements as somebody.</summary>
    internal async Task RunAsync(string database, string sql, string user = Owner)
    {
        await using var source = NpgsqlDataSource.Create(Text(database, user));
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>What the owner gives as <c>--db-file</c>; over loopback, with its password.</summary>
    internal string Text(string database, string user = Owner, bool pooling = false) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Database={database};Username={user};Password={Password};Pooling={pooling}");

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Ends it as a power cut would.</summary>
    internal async Task KillAsync()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(_folder, "data", "postmaster.pid"));
        using var postmaster = Process.GetProcessById(int.Parse(lines[0], CultureInfo.InvariantCulture));
        postmaster.Kill();
        await _process.DisposeAsync();
    }

    /// <summary>Starts it again on what it had; waits until its children from before have seen that their parent is gone.</summary>
    internal async Task StartAgainAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            _process = await RunServerAsync(_folder, Port);
            try
            {
                await ReadyAsync(_process, limit.Token);
                return;
            }
            catch (InvalidOperationException)
            {
                await _process.DisposeAsync();
                await Task.Delay(200, limit.Token);
            }
        }
    }

    internal static Task<PostgresServer> StartAsync() => StartAsync(Directory.CreateTempSubdirectory("bawaba-pg-").FullName);

    private static string FolderOfTests() => new DriveInfo(Memory) is { IsReady: true, DriveFormat: "tmpfs", AvailableFreeSpace: > MemoryBytes }
        ? Directory.CreateDirectory(Path.Combine(Memory, Path.GetRandomFileName())).FullName
        : Directory.CreateTempSubdirectory("bawaba-pg-").FullName;

    private static async Task<PostgresServer> StartAsync(string folder)
    {
        var user = User();
        var (data, word) = (Path.Combine(folder, "data"), Path.Combine(folder, "word"));
        await File.WriteAllTextAsync(word, Password);
        if (user is not null)
            await BoundProcess.RunAsync(null, "chown", "-R", user, folder);
        await BoundProcess.RunAsync(user, Program("initdb"), "-D", data, "-U", Owner, "-E", "UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256", $"--pwfile={word}");
        var port = FreePort();
        var process = await RunServerAsync(folder, port);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await ReadyAsync(process, limit.Token);
        return new(folder, port, process);
    }

    // PostgreSQL refuses to run as root; Debian's package has made it a user.
    private static string? User() => Environment.IsPrivilegedProcess ? "postgres" : null;

    private static Task<BoundProcess> RunServerAsync(string folder, int port) => BoundProcess.StartAsync(
        "INT", User(), Program("postgres"), "-D", Path.Combine(folder, "data"), "-k", folder, "-c", "listen_addresses=127.0.0.1", "-c", $"port={port.ToString(CultureInfo.InvariantCulture)}");

    private static async Task ReadyAsync(BoundProcess process, CancellationToken cancellation)
    {
        var lines = 0;
        while (!process.Errors.Lines.Any(l => l.Contains("ready to accept connections", StringComparison.Ordinal)))
        {
            if (!await process.Errors.MoreAsync(lines, cancellation))
                throw new InvalidOperationException($"PostgreSQL did not start\n{process.Said()}");
            lines = process.Errors.Lines.Count;
        }
    }

    private static string Program(string name) =>
        Directory.GetDirectories(Debian).Select(version => Path.Combine(version, "bin", name)).Where(File.Exists).Order(StringComparer.Ordinal).LastOrDefault()
        ?? throw new FileNotFoundException($"{Debian}/*/bin/{name} is missing: install Debian's postgresql, as ./bawaba test does");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
