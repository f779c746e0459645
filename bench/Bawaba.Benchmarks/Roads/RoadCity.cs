// The center and the one gate of the road trials: written files, an authority, and the gate enrolled and released, by the
// center's own code in this process, before either runs. Promises: what runs afterwards are the real processes.
using Bawaba.Benchmarks.Crash;
using Bawaba.Center;
using Bawaba.Center.Enrolment;
using Bawaba.Center.Storage;
using Bawaba.Contracts;
using Bawaba.Gate.Enrolment;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Bawaba.Benchmarks.Roads;

internal sealed class RoadCity(string folder, string? database)
{
    internal static readonly GateId Gate = CrashCity.Gates[0];

    internal static string Door { get; } = $"https://{BadRoad.Center}:8483";

    internal static string GateFolder(string folder) => Path.Combine(folder, "gate-computer");

    internal async Task PrepareAsync()
    {
        CrashCity.WriteFiles(folder);
        var options = CrashCity.CenterOptions(folder);
        await using var services = new ServiceCollection().AddCenter(options with { Store = database is null ? null : StoreAddress.Parse(database) }).BuildServiceProvider();
        await services.PrepareCenterAsync(CancellationToken.None);
        using var authority = GateAuthority.Open(Path.Combine(options.DataFolder, "authority"), TimeProvider.System);
        var (key, request) = GateIdentity.Ask();
        using (key)
        {
            using var certificate = authority.IssueToGate(Gate, request) ?? throw new InvalidOperationException("the authority refused the gate");
            await services.GetRequiredService<CenterStore>().WriteAsync(
                connection => { EnrolmentSql.InsertCertificate(connection, MemberWith(certificate)); }, CancellationToken.None);
            GateIdentity.Keep(GateFolder(folder), key, new()
            {
                Gate = Gate,
                Certificate = Convert.ToBase64String(certificate.RawData),
                Authority = Convert.ToBase64String(authority.Certificate.RawData),
            }).Dispose();
        }
        if (database is null)
            return;
        var privately = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            privately.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var secret = new StreamWriter(DatabaseFile, privately);
        await secret.WriteAsync(database);
    }

    /// <summary>What the real center is started with.</summary>
    internal IEnumerable<string> CenterArguments() =>
    [
        "center", "--data", folder, "--urls", "http://127.0.0.1:8480", "--gates", Door, .. database is null ? (string[])[] : ["--db-file", DatabaseFile],
    ];

    private string DatabaseFile => Path.Combine(folder, "database.secret");

    /// <summary>Words of the center's store, read beside it.</summary>
    internal async Task<List<string>> RowsAsync(string sql)
    {
        if (database is null)
            return CrashCity.Rows(folder, sql);
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return rows;
    }

    private static GateMembership MemberWith(System.Security.Cryptography.X509Certificates.X509Certificate2 certificate) => new()
    {
        Gate = Gate,
        Serial = certificate.SerialNumber,
        KeyHash = GateAuthority.KeyHash(certificate),
        EnrolledBy = "trial",
        IssuedAt = TimeProvider.System.GetUtcNow(),
        ExpiresAt = new(certificate.NotAfter.ToUniversalTime()),
        ReleasedBy = "another",
        ReleasedAt = TimeProvider.System.GetUtcNow(),
    };
}
