// The gate's part of the officer's page on a real outbox in a folder of its own, with a clock the test turns.
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Contracts.Officers;
using Bawaba.Contracts.SignIn;
using Bawaba.Gate.Matching;
using Bawaba.Gate.Officers;
using Bawaba.Gate.Outbox;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bawaba.Tests.Gate.Officers;

internal sealed class OfficerRig : IAsyncDisposable
{
    internal const string Password = "a password for the gate";
    private OfficerRig(TempFolder folder, GateOutbox outbox, FakeTimeProvider time, GateOfficer officer)
    {
        (Folder, Outbox, Time, Officer) = (folder, outbox, time, officer);
        Matcher = new(time);
        Board = new(time);
        Book = new(folder.File("officers.json"), time, NullLogger.Instance);
        var acts = new ActWriter(outbox, TimeProvider.System);
        Desk = new(() => Settings, Matcher, Board, acts, time);
        Sessions = new(Book, time);
        Door = new(Book, Sessions, acts, time);
    }

    internal TempFolder Folder { get; }

    internal GateOutbox Outbox { get; }

    internal FakeTimeProvider Time { get; }

    internal GateOfficer Officer { get; }

    internal GateMatcher Matcher { get; }

    internal HitBoard Board { get; }

    internal OfficerBook Book { get; }

    internal OfficerDesk Desk { get; }

    internal OfficerSessions Sessions { get; }

    internal OfficerDoor Door { get; }

    internal static LaneId Lane => LaneId.Parse("lane-1");

    private static GateSettings Settings => new()
    {
        Id = GateId.Parse("north"),
        Name = new() { Ar = "الشمالية", En = "North" },
        Kind = GateKind.Entrance,
        Lanes = [new() { Id = Lane, Name = new() { Ar = "دخول", En = "In" } }],
        Cameras = [new() { Id = CameraId.Parse("camera-1"), Lane = Lane, Name = new() { Ar = "كاميرا", En = "Camera" }, Url = "rtsp://127.0.0.1/x" }],
    };

    /// <summary>With a list of one entry under an order, and one officer.</summary>
    internal static async Task<OfficerRig> StartAsync()
    {
        var folder = new TempFolder();
        var time = new FakeTimeProvider(A.Morning);
        using var passwords = new PasswordHash();
        var officer = Person("a1", "salem", await passwords.CreateAsync(Password, TestContext.Current.CancellationToken));
        var rig = new OfficerRig(folder, GateOutbox.Open(folder.File("outbox.db"), GateId.Parse("north"), time, NullLogger.Instance), time, officer);
        rig.Matcher.Accept(A.Orders());
        rig.Book.Take([officer], time.GetUtcNow());
        return rig;
    }

    internal static GateOfficer Person(string account, string name, string hash = "none") =>
        new() { Account = account, UserName = name, DisplayName = $"Officer {name}", PasswordHash = hash };

    internal OfficerSession Session(GateOfficer? officer = null) => Sessions.Prepare(officer ?? Officer, "192.0.2.7");

    /// <summary>A hit as LaneDesk puts it onto the page.</summary>
    internal Hit Put()
    {
        var hit = Matcher.Match(A.Passage(at: Time.GetUtcNow()), 0, Time.GetUtcNow()).Single();
        Desk.Put(hit, new() { CropJpeg = [1, 2, 3], OverviewJpeg = [4] });
        return hit;
    }

    /// <summary>What waits for the center, in the order it will go.</summary>
    /// <summary>Everything on disk in the order of appending, what waits for its hit as well.</summary>
    internal IReadOnlyList<GateRecord> Records()
    {
        using var select = Outbox.Store.Connection.CreateCommand();
        select.CommandText = $"SELECT {OutboxRow.Columns} FROM record ORDER BY sequence";
        using var reader = select.ExecuteReader();
        var records = new List<GateRecord>();
        while (reader.Read())
            records.Add(OutboxRow.Read(reader, Outbox.Store.Gate, Outbox.Epoch));
        return records;
    }

    internal IReadOnlyList<OfficerAct> Acts() => [.. Records().Select(r => r.Act).OfType<OfficerAct>()];

    internal static string Key() => Guid.CreateVersion7().ToString();

    public async ValueTask DisposeAsync()
    {
        Door.Dispose();
        await Outbox.DisposeAsync();
        Folder.Dispose();
    }
}
