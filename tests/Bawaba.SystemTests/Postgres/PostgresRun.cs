[assembly: AssemblyFixture(typeof(Bawaba.SystemTests.Postgres.PostgresRun))]

namespace Bawaba.SystemTests.Postgres;

/// <summary>Ends the server after the last test.</summary>
public sealed class PostgresRun : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await PostgresServer.EndAsync();
}
