// Takes the city file into the registry. Called at start and by SourceWatcher. Promises: with faults, or where the file
// is missing, the registry stays as the store has it.
using System.Data.Common;
using Bawaba.Center.Audit;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;
using Bawaba.Center.Sources;
using Bawaba.Contracts.City;

namespace Bawaba.Center.Gates;

internal sealed class CityLoader(string path, bool filesAreLaw, GateRegistry registry, SourceTools services)
{
    private DateTimeOffset? _sinceAt;

    internal async Task LoadAsync(CancellationToken cancellation)
    {
        var faults = new FaultList();
        var city = CityFile.Read(path, out var found);
        foreach (var fault in found)
            faults.Add("file", fault);
        if (city?.Directorates is { Count: > 0 } && !filesAreLaw)
        {
            faults.Add("file", "names directorates: those are made by an administrator; a gate names its own by its id");
            city = null;
        }
        try
        {
            await services.Store.WriteAsync(connection => Admit(connection, city, faults), cancellation);
            if (city is not null)
            {
                registry.Keep(city);
                _sinceAt = services.Time.GetUtcNow();
            }
        }
        catch (DbException)
        {
            faults.Add("file", "the center's store or audit log cannot be written, so nothing was taken");
        }
        await services.Store.ReadAsync(
            connection =>
            {
                registry.Load(connection);
                return true;
            },
            cancellation);
        Announce(faults);
    }

    private void Admit(DbConnection connection, CitySettings? city, FaultList faults)
    {
        services.Audit.Append(connection, city is not null
            ? new(AuditAct.CityLoaded, AuditActor.System, LoadReport.City, $"gates={city.Gates.Count}")
            : new(AuditAct.SourceRefused, AuditActor.System, LoadReport.City, $"faults={faults.Found}"));
        if (city is null)
            return;
        foreach (var directorate in city.Directorates ?? [])
        {
            if (DirectorateSql.Insert(connection, new() { Id = directorate.Id, Name = directorate.Name, MadeAt = services.Time.GetUtcNow() }, AuditActor.System.Account))
                services.Audit.Append(connection, new(AuditAct.DirectorateMade, AuditActor.System, directorate.Id.Value, LoadReport.City));
        }
        GateRegistry.Store(connection, city, services.Time.GetUtcNow());
    }

    private void Announce(FaultList faults)
    {
        services.Board.Put(new()
        {
            Source = LoadReport.City,
            ReadAt = services.Time.GetUtcNow(),
            RowsInForce = registry.All.Count,
            Faults = faults.Kept,
            FaultsFound = faults.Found,
            InForceSinceAt = _sinceAt,
        });
        services.LogRead(LoadReport.City, registry.All.Count, faults.Found);
        services.Feed.Announce(LiveKind.List, LoadReport.City);
        foreach (var gate in registry.All)
            services.Feed.Announce(LiveKind.Gate, gate.Id.Value);
    }
}
