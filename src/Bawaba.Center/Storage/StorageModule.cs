using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Center.Storage;

/// <summary>Where everything durable of the center is kept.</summary>
internal static class StorageModule
{
    internal static void AddStorage(this IServiceCollection services, string dataFolder, StoreAddress? address)
    {
        services.AddSingleton(_ => Connections(dataFolder, address));
        services.AddSingleton(p => new CenterStore(p.GetRequiredService<StoreConnections>()));
    }

    /// <summary>SQLite in the folder where no address is given.</summary>
    internal static StoreConnections Connections(string dataFolder, StoreAddress? address) =>
        address is null ? new SqliteConnections(dataFolder) : new PostgresConnections(address);

    /// <summary>Makes the folder its owner's alone, and opens and migrates the store.</summary>
    internal static void PrepareStorage(this IServiceProvider services, string dataFolder)
    {
        MakePrivate(dataFolder);
        services.GetRequiredService<CenterStore>().Open(services.GetRequiredService<TimeProvider>());
    }

    internal static void MakePrivate(string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(dataFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
