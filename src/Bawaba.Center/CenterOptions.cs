using Bawaba.Center.Alerts;
using Bawaba.Center.Live;
using Bawaba.Center.Storage;
using Bawaba.Center.Units;
using Bawaba.Proof.Passkeys;

namespace Bawaba.Center;

/// <summary>What the operations room needs to know before it starts; checked at start, all faults at once.</summary>
public sealed record CenterOptions
{
    /// <summary>The folder of the center's own files, and of its store where that is SQLite. Created (mode 0700) when missing.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The PostgreSQL database that is the store; null: SQLite in <see cref="DataFolder"/>.</summary>
    public StoreAddress? Store { get; init; }

    /// <summary>Over which several centers of one PostgreSQL database tell each other of changes; null: they look at the database each second.</summary>
    public NatsAddress? Nats { get; init; }

    /// <summary>The MQTT broker that trackers send positions of units to; null: none.</summary>
    public MqttAddress? Mqtt { get; init; }

    /// <summary>Gates, lanes, cameras (docs/files.md).</summary>
    public required string CityPath { get; init; }

    /// <summary>Activation orders (docs/files.md). A missing file is an empty book: nothing is compared.</summary>
    public required string MandatesPath { get; init; }

    /// <summary>Watch-list entries (docs/files.md). A missing file is an empty list.</summary>
    public required string WatchlistPath { get; init; }

    /// <summary>The host name passkeys are made for, and the addresses of its pages; null where the server is reached by an address alone: nobody can approve.</summary>
    public RelyingParty? Passkeys { get; init; }

    /// <summary>
    /// The two files are taken as if people had written and approved what is in them, with passkeys the center makes itself. For the
    /// demo city and for trials alone; refused where people have founded a key ring.
    /// </summary>
    public bool FilesAreLaw { get; init; }

    /// <summary>How many days minute counts are kept. 1 to 3660.</summary>
    public int CountsKeptDays { get; init; } = 400;

    /// <summary>How long an alert may wait before it goes on to the next person; never longer than the rules say.</summary>
    public EscalationTimes Escalation { get; init; } = EscalationTimes.Usual;

    /// <summary>Live connections served at once; above it a client is told to come back. 1 to 10 000.</summary>
    public int MaxLiveConnections { get; init; } = 200;

    /// <summary>Live connections one account may hold. 1 to 100.</summary>
    public int MaxLiveConnectionsPerAccount { get; init; } = 12;
}
