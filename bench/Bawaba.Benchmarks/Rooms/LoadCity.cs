// The room of the load trial before it starts: the demo city's map with one list for all its gates, every gate enrolled and released, and
// twenty people signed in, by the center's own code in this process. Promises: what runs afterwards is the real program on that folder.
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Bawaba.Benchmarks.Cities;
using Bawaba.Center;
using Bawaba.Center.Enrolment;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Contracts.SignIn;
using Bawaba.Gate.Enrolment;
using Bawaba.Simulator.City;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Benchmarks.Rooms;

internal sealed class LoadCity(string folder)
{
    internal const int People = 20;
    private const int Entries = 50;
    private static readonly TimeProvider Time = TimeProvider.System;
    private readonly CenterOptions _center = new()
    {
        DataFolder = Path.Combine(folder, "center"),
        CityPath = Path.Combine(folder, DemoCity.CityFileName),
        MandatesPath = Path.Combine(folder, DemoCity.MandatesFileName),
        WatchlistPath = Path.Combine(folder, DemoCity.WatchlistFileName),
        FilesAreLaw = true,
    };

    internal IReadOnlyList<GateSettings> Gates { get; } = DemoCity.Settings(1).Gates;

    /// <summary>Where gates knock.</summary>
    internal Uri Door { get; } = new($"https://127.0.0.1:{FreePort()}");

    /// <summary>What each person's browser carries.</summary>
    internal IReadOnlyList<string> Tokens { get; private set; } = [];

    internal string GateFolder(GateId gate) => Path.Combine(folder, "gates", gate.Value);

    internal IEnumerable<string> CenterArguments() => ["center", "--data", folder, "--urls", "http://127.0.0.1:0", "--gates", Door.ToString().TrimEnd('/')];

    internal static EntryId Entry(int n) => EntryId.Parse(string.Create(CultureInfo.InvariantCulture, $"load-{n % Entries}"));

    internal static string Plate(int n) => string.Create(CultureInfo.InvariantCulture, $"99-{70_000 + (n % Entries)}");

    internal async Task PrepareAsync()
    {
        Directory.CreateDirectory(folder);
        CityFile.Write(_center.CityPath, DemoCity.Settings(1));
        OrderFiles.Write(folder, Gates.Select(g => g.Id), [.. Enumerable.Range(0, Entries).Select(i => (Entry(i), Plate(i)))], Time);
        await using var services = new ServiceCollection().AddCenter(_center).BuildServiceProvider();
        await services.PrepareCenterAsync(CancellationToken.None);
        var store = services.GetRequiredService<CenterStore>();
        using var authority = GateAuthority.Open(Path.Combine(_center.DataFolder, "authority"), Time);
        foreach (var gate in Gates)
            await EnrolAsync(store, authority, gate.Id);
        Tokens = [.. Enumerable.Range(0, People).Select(_ => SecretToken.Mint())];
        await store.WriteAsync(SignIn, CancellationToken.None);
    }

    /// <summary>When each alert was raised, in milliseconds since 1970, read beside the program.</summary>
    internal Dictionary<string, double> Raised()
    {
        using var store = new SqliteConnection($"Data Source={Path.Combine(_center.DataFolder, "center.db")};Mode=ReadOnly;Pooling=False");
        store.Open();
        using var command = store.CreateCommand();
        command.CommandText = "SELECT id, raised_at FROM alert";
        using var reader = command.ExecuteReader();
        var raised = new Dictionary<string, double>(StringComparer.Ordinal);
        while (reader.Read())
            raised[reader.GetString(0)] = reader.GetInt64(1) / 1000.0;
        return raised;
    }

    private async Task EnrolAsync(CenterStore store, GateAuthority authority, GateId gate)
    {
        var (key, request) = GateIdentity.Ask();
        using (key)
        {
            using var certificate = authority.IssueToGate(gate, request) ?? throw new InvalidOperationException("the authority refused the gate");
            var member = new GateMembership
            {
                Gate = gate,
                Serial = certificate.SerialNumber,
                KeyHash = GateAuthority.KeyHash(certificate),
                EnrolledBy = "trial",
                IssuedAt = Time.GetUtcNow(),
                ExpiresAt = new(certificate.NotAfter.ToUniversalTime()),
                ReleasedBy = "another",
                ReleasedAt = Time.GetUtcNow(),
            };
            await store.WriteAsync(connection => { EnrolmentSql.InsertCertificate(connection, member); }, CancellationToken.None);
            GateIdentity.Keep(GateFolder(gate), key, new()
            {
                Gate = gate,
                Certificate = Convert.ToBase64String(certificate.RawData),
                Authority = Convert.ToBase64String(authority.Certificate.RawData),
            }).Dispose();
        }
    }

    // Sessions as signing in leaves them; the password of these accounts is nobody's.
    private void SignIn(System.Data.Common.DbConnection connection)
    {
        for (var i = 0; i < People; i++)
        {
            var account = new Account
            {
                Id = AccountId.Mint(Time),
                UserName = string.Create(CultureInfo.InvariantCulture, $"load-{i}"),
                DisplayName = string.Create(CultureInfo.InvariantCulture, $"Person {i}"),
                Role = i % 10 == 0 ? Role.Supervisor : Role.Operator,
                CreatedAt = Time.GetUtcNow(),
            };
            OperatorSql.InsertAccount(connection, account, "");
            OperatorSql.InsertSession(
                connection,
                new() { Id = SessionId.Mint(Time), Account = account.Id, StartedAt = Time.GetUtcNow(), ExpiresAt = Time.GetUtcNow() + SignInDesk.SessionDuration, Address = "127.0.0.1" },
                SecretToken.Hash(Tokens[i]));
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
