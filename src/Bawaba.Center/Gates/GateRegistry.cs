// The registered gates, lanes and cameras, in memory. Filled at start from the store and then from the city file;
// asked by every module that needs to know what exists. Promises: one consistent picture at a time, replaced whole.
using System.Collections.Frozen;
using System.Data.Common;
using Bawaba.Center.Operators;
using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Center.Gates;

/// <summary>The registered gates, lanes and cameras, from memory. Names and places only: needs no permission, but whose they are to be seen by.</summary>
public sealed class GateRegistry
{
    private volatile Content _content = new(null, []);
    private volatile CitySettings? _settings;

    internal GateRegistry()
    {
    }

    /// <summary>The city's name; null until a city file was read.</summary>
    public LocalName? City => _content.City;

    /// <summary>Gates in force within the scope, in the file's order.</summary>
    public IReadOnlyList<Gate> Within(Scope scope) => scope.IsWhole ? All : [.. All.Where(g => scope.Sees(g.Directorate))];

    /// <summary>A gate within the scope, in force or retired.</summary>
    public Gate? Find(Scope scope, GateId gate) => Registered(gate) is { } found && scope.Sees(found.Directorate) ? found : null;

    /// <summary>Every gate in force, for the center itself.</summary>
    internal IReadOnlyList<Gate> All => _content.InForce;

    /// <summary>A gate whosever it is, for the center itself and for telling what is not there from what is another's.</summary>
    internal Gate? Registered(GateId gate) => _content.ById.GetValueOrDefault(gate);

    /// <summary>The gate as the city file last read has it; null before one was read, or where it does not name the gate.</summary>
    /// <remarks>Without its directorate and its place on the schematic: those are the room's business.</remarks>
    internal GateSettings? SettingsOf(GateId gate) => _settings?.Gates.FirstOrDefault(g => g.Id == gate) is { } found
        ? found with { Directorate = null, X = null, Y = null, Latitude = null, Longitude = null }
        : null;

    /// <summary>The city file as it was last read without a fault, replaced whole; null before that.</summary>
    internal CitySettings? Settings => _settings;

    /// <summary>Keeps the file's content for gates that enrol; passwords are not in it.</summary>
    internal void Keep(CitySettings city) => _settings = city;

    /// <summary>Takes what the store holds.</summary>
    internal void Load(DbConnection connection)
    {
        var lanes = GateSql.Lanes(connection).ToLookup(l => l.Gate, l => l.Lane);
        var cameras = GateSql.Cameras(connection).ToLookup(c => c.Gate);
        _content = new(GateSql.City(connection), GateSql.Gates(connection).ConvertAll(g => new Gate
        {
            Id = g.Id,
            Name = g.Name,
            Kind = g.Kind,
            RetiredAt = g.RetiredAt,
            Directorate = g.Directorate,
            Lanes = [.. lanes[g.Id].Where(l => g.RetiredAt is not null || l.RetiredAt is null)],
            Cameras = [.. cameras[g.Id].Where(c => g.RetiredAt is not null || c.RetiredAt is null)],
        }));
    }

    /// <summary>Writes the city file's content into the store, within the caller's transaction; <see cref="Load"/> after the commit.</summary>
    internal static void Store(DbConnection connection, CitySettings city, DateTimeOffset now)
    {
        GateSql.RetireGates(connection, now);
        GateSql.RetireLanes(connection, now);
        GateSql.RetireCameras(connection, now);
        GateSql.PutCity(connection, city.Name);
        for (var g = 0; g < city.Gates.Count; g++)
        {
            var gate = city.Gates[g];
            GateSql.PutGate(connection, gate, g);
            for (var i = 0; i < gate.Lanes.Count; i++)
                GateSql.PutLane(connection, gate.Id, gate.Lanes[i], i);
            for (var i = 0; i < gate.Cameras.Count; i++)
                GateSql.PutCamera(connection, gate.Id, gate.Cameras[i], i);
        }
    }

    private sealed class Content(LocalName? city, IReadOnlyList<Gate> all)
    {
        internal LocalName? City { get; } = city;

        internal IReadOnlyList<Gate> InForce { get; } = all.Where(g => g.RetiredAt is null).ToArray();

        internal FrozenDictionary<GateId, Gate> ById { get; } = all.ToFrozenDictionary(g => g.Id);
    }
}
