// `bawaba migrate`: shows how far the center's schema is and brings it up to this program's, without starting a center.
using System.CommandLine;
using System.Data.Common;
using Bawaba.Center;
using Bawaba.Center.Storage;
using Bawaba.Up;

namespace Bawaba.Apart;

internal static class MigrateVerb
{
    private const int Refused = 2;

    internal static Command Command()
    {
        var data = new Option<string>("--data") { Description = "Folder for everything the center keeps", DefaultValueFactory = _ => DefaultDataFolder.Path };
        var dry = new Option<bool>("--dry-run") { Description = "Show what would be done and change nothing" };
        var grant = new Option<string?>("--grant") { Description = "PostgreSQL: afterwards let this role run the center, and no more than that" };
        var forget = new Option<bool>("--forget-second-factors") { Description = "Afterwards end every second factor, where the key they are sealed under is lost; each person sets up a new one and approves nothing for a day" };
        var store = SecretOption.Store();
        var command = new Command("migrate", "Show the version of the center's schema and bring it up to date") { data, dry, grant, forget, store.Argument, store.File };
        command.SetAction(parsed => Run(
            () => store.Read(parsed), Path.GetFullPath(parsed.GetRequiredValue(data)), parsed.GetValue(dry), parsed.GetValue(grant), parsed.GetValue(forget)));
        return command;
    }

    private static int Run(Func<StoreAddress?> choose, string dataFolder, bool dry, string? grant, bool forget)
    {
        try
        {
            var store = choose();
            if (grant is not null && store is null)
                throw new UpRefusedException("--grant is for PostgreSQL; SQLite's file belongs to its owner alone");
            // A file has one user at a time; a database sees to that itself.
            using var folder = store is null && !dry ? DataFolder.Hold(dataFolder) : null;
            Migrate(store, Path.Combine(dataFolder, "center"), dry, grant, forget);
            return 0;
        }
        catch (UpRefusedException refusal)
        {
            return Refuse(refusal.Faults);
        }
        catch (Exception e) when (e is StoreTooNewException or StoreUnfitException or DbException or IOException or UnauthorizedAccessException)
        {
            return Refuse([e.Message]);
        }
    }

    private static void Migrate(StoreAddress? store, string center, bool dry, string? grant, bool forget)
    {
        var state = CenterSchema.Look(center, store);
        System.Console.WriteLine($"Store: {store?.ToString() ?? $"SQLite in {center}"}");
        System.Console.WriteLine($"Schema: {Words(state)}");
        if (state?.Unknown is [var unknown, ..])
            throw new StoreTooNewException(unknown);
        foreach (var step in dry ? state?.Pending ?? [] : [])
            System.Console.WriteLine($"Would apply {step}");
        if (dry)
            return;
        foreach (var step in CenterSchema.Upgrade(center, store, TimeProvider.System))
            System.Console.WriteLine($"Applied {step}");
        if (forget)
            System.Console.WriteLine($"Second factors ended: {CenterSchema.ForgetSecondFactors(center, store, TimeProvider.System)}");
        if (grant is not null)
        {
            CenterSchema.Grant(store!, grant);
            System.Console.WriteLine($"Role {grant} may run the center");
        }
        System.Console.WriteLine("Up to date");
    }

    private static string Words(SchemaState? state) => state switch
    {
        null => "no store here yet",
        { Applied: [] } => "empty",
        { Applied: [.., var last] } => $"{last}, {state.Applied.Count} steps; {state.Pending.Count} to apply",
    };

    private static int Refuse(IReadOnlyList<string> faults)
    {
        foreach (var fault in faults)
            System.Console.Error.WriteLine($"bawaba migrate: {fault}");
        return Refused;
    }
}
