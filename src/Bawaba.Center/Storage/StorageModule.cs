using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Center.Storage;

/// <summary>Where everything durable of the center is kept.</summary>
internal static class StorageModule
{
    internal static void AddStorage(this IServiceCollection services, string dataFolder)
    {
        services.AddSingleton(_ => new StoreConnections(dataFolder));
        services.AddSingleton(p => new CenterStore(p.GetRequiredService<StoreConnections>()));
    }

    /// <summary>Makes the folder its owner's alone, and opens and migrates the store.</summary>
    internal static void PrepareStorage(this IServiceProvider services, string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(dataFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        services.GetRequiredService<CenterStore>().Open(services.GetRequiredService<TimeProvider>());
    }
}
