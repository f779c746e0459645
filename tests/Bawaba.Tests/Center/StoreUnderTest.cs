using Bawaba.Center.Storage;

namespace Bawaba.Tests.Center;

/// <summary>This suite's specifications of the center run on SQLite, in the rig's own folder; Bawaba.SystemTests has the same for PostgreSQL.</summary>
internal static class StoreUnderTest
{
    internal static Task<StoreAddress?> NewAsync(CancellationToken cancellation) => Task.FromResult<StoreAddress?>(null);

    /// <summary>Nothing beyond the files of the rig's folder, which the rig looks at itself.</summary>
    internal static Task<IReadOnlyList<byte[]>> HeldAsync(CenterRig rig) => Task.FromResult<IReadOnlyList<byte[]>>([]);

    /// <summary>It goes with the rig's folder.</summary>
    internal static Task DropAsync(StoreAddress? store) => Task.CompletedTask;
}
