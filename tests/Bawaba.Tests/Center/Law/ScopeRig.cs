// A room of two directorates with a gate each and a common one, and one of each thing for either, asked for and approved by people. The
// rules are the desks'; here are only the hands.
using System.Runtime.CompilerServices;
using Bawaba.Center;
using Bawaba.Center.Alerts;
using Bawaba.Center.Cases;
using Bawaba.Center.Enrolment;
using Bawaba.Center.Gates;
using Bawaba.Center.Incidents;
using Bawaba.Center.Officers;
using Bawaba.Center.Operators;
using Bawaba.Center.Sharing;
using Bawaba.Center.Storage;
using Bawaba.Center.Units;
using Bawaba.Center.Watchlists;
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Contracts.Video;
using Microsoft.Extensions.DependencyInjection;

namespace Bawaba.Tests.Center.Law;

internal sealed class ScopeRig : IAsyncDisposable
{
    internal static readonly DirectorateId Ours = DirectorateId.Parse("security-north");
    internal static readonly DirectorateId Theirs = DirectorateId.Parse("security-south");
    internal static readonly GateId South = GateId.Parse("south");
    internal static readonly GateId Common = GateId.Parse("east");
    private readonly string _authority = Directory.CreateTempSubdirectory("bawaba-authority-").FullName;
    private long _sequence;

    private ScopeRig()
    {
    }

    internal LawRig Law { get; private set; } = null!;

    internal CenterRig Center => Law.Center;

    internal CancellationToken Cancellation => Law.Cancellation;

    internal static CitySettings City() => A.City() with
    {
        Gates = [A.Gate("north") with { Directorate = Ours }, A.Gate("south") with { Directorate = Theirs }, A.Gate("east")],
    };

    /// <param name="register">What else is in the center's services, for who serves its pages.</param>
    internal static async Task<ScopeRig> StartAsync(Action<IServiceCollection>? register = null)
    {
        var rig = new ScopeRig();
        rig.Law = await LawRig.StartAsync(
            arrange: center => CityFile.Write(center.CityPath, City()),
            register: services =>
            {
                services.AddGateDoor(GateAuthority.Open(rig._authority, services.Select(s => s.ImplementationInstance).OfType<TimeProvider>().First()));
                // In the place of the wires that a door brings: no gate is connected here.
                services.AddSingleton<IGatePictures>(new Still());
                services.AddSingleton<IGateVideo>(new Still());
                register?.Invoke(services);
            });
        foreach (var (id, name) in new[] { (Ours, "North security"), (Theirs, "South security") })
            Assert.IsType<DirectorateResult.Made>(await rig.Center.Get<DirectorateDesk>().MakeAsync(rig.Law.Administrator, id.Value, "مديرية", name, rig.Cancellation));
        return rig;
    }

    /// <summary>Somebody of a directorate.</summary>
    internal Task<Actor> PersonAsync(Role role, DirectorateId? directorate) => Center.SignedInAsync(role, $"chain-{role}-{directorate}", directorate);

    /// <summary>One of each, asked for by people of the directorate, at a gate.</summary>
    internal async Task<Things> ThingsOfAsync(DirectorateId? directorate, GateId gate)
    {
        var (registrar, commander) = (await PersonAsync(Role.Registrar, directorate), await PersonAsync(Role.Commander, directorate));
        var orders = new { Draft = Law.OrderDraft() with { Gates = gate.Value }, Pending = Law.OrderDraft() with { Gates = gate.Value }, Approved = Law.OrderDraft() with { Gates = gate.Value } };
        var (entryDraft, entryPending) = (LawRig.Done(await Law.Entries.DraftAsync(registrar, Law.Draft("7-1"), 0, Cancellation)), await Law.PendingAsync(Law.Draft("7-2"), registrar));
        var (entry, order) = (await Law.ActiveAsync(Law.Draft("7-3"), registrar), await Law.ApprovedOrderAsync(orders.Approved, commander));
        var (orderDraft, orderPending) = (LawRig.Done(await Law.Orders.DraftAsync(commander, orders.Draft, 0, Cancellation)), await Law.PendingOrderAsync(orders.Pending, commander));
        var camera = CameraId.Parse($"{gate}-in-1");
        var officer = await PersonAsync(Role.GateOfficer, directorate);
        Assert.IsType<Reading<Account>.Granted>(await Center.Get<OfficerDesk>().PostAsync(Law.Administrator, officer.Account, gate, Cancellation));
        await Center.Get<CenterStore>().WriteAsync(
            c =>
            {
                FalseHitSql.Stop(c, new() { Gate = gate, Camera = camera, Decided = 20, Misread = 10 }, Center.Now);
                EnrolmentSql.InsertCertificate(c, new() { Gate = gate, Serial = $"0{gate}", KeyHash = "x", EnrolledBy = "somebody", IssuedAt = Center.Now, ExpiresAt = Center.Now.AddDays(1) });
            },
            Cancellation);
        var (incident, file) = await IncidentOfAsync(directorate);
        return new()
        {
            Incident = incident,
            File = file,
            Call = (await Calls.CallRig.RecordAsync(Center, await PersonAsync(Role.Operator, directorate), Calls.CallRig.Draft(Center))).Number,
            Custody = await Center.Get<CenterStore>().ReadAsync(c => c.First("SELECT number FROM custody WHERE incident = @number", r => r.GetString(0), ("@number", incident.Value))!, Cancellation),
            Seizure = await Center.Get<CenterStore>().ReadAsync(c => c.First("SELECT number FROM seizure WHERE incident = @number", r => r.GetString(0), ("@number", incident.Value))!, Cancellation),
            Agreement = await AgreementOfAsync(directorate),
            Gate = gate,
            Camera = camera,
            Alert = await RaiseAsync(gate, entry.Id, order.Id),
            EntryDraft = (entryDraft.Id, entryDraft.Version),
            EntryPending = (entryPending.Id, entryPending.Version),
            EntryActive = (entry.Id, entry.Version),
            OrderDraft = (orderDraft.Id, orderDraft.Version),
            OrderPending = (orderPending.Id, orderPending.Version),
            OrderApproved = (order.Id, order.Version),
            Case = Assert.IsType<CaseResult.Done>(await Center.Get<CaseDesk>().OpenAsync(registrar, CaseKind.Other, null, Cancellation)).Case.Number,
            Document = Assert.IsType<DocumentResult.Stored>(await Center.Get<DocumentDesk>().StoreAsync(registrar, System.Text.Encoding.ASCII.GetBytes($"%PDF-{gate}"), Cancellation)).Hash,
            Officer = officer.Account,
            Unit = await UnitsOf.RegisteredAsync(this, directorate),
            Feed = Assert.IsType<FeedResult.Made>(await Center.Get<FeedDesk>().MakeAsync(await PersonAsync(Role.Supervisor, directorate), "trackers", Cancellation)).Feed.Id,
        };
    }

    // An incident with a file, somebody in custody and something seized.
    private async Task<(IncidentNumber Number, Guid File)> IncidentOfAsync(DirectorateId? directorate)
    {
        var supervisor = await PersonAsync(Role.Supervisor, directorate);
        var draft = new IncidentDraft { Request = Guid.CreateVersion7(Center.Now).ToString(), Type = "other", Summary = "A lorry", Place = "Kilometre 12" };
        var number = Incidents.IncidentRig.Done(await Center.Get<IncidentDesk>().OpenAsync(supervisor, draft, Cancellation)).Number;
        Incidents.IncidentRig.Done(await Center.Get<OutcomeDesk>().ApprehendAsync(supervisor, number, Incidents.IncidentRig.Custody(), Cancellation));
        Incidents.IncidentRig.Done(await Center.Get<OutcomeDesk>().SeizeAsync(supervisor, number, Incidents.IncidentRig.Seizure($"B-{number}"), Cancellation));
        Incidents.IncidentRig.Done(await Center.Get<AttachmentDesk>().AddAsync(supervisor, number, "scene.jpg", [0xFF, 0xD8, 0xFF, 1], Cancellation));
        var file = Assert.IsType<Reading<IncidentFile>.Granted>(await Center.Get<IncidentDesk>().FindAsync(supervisor, number, Cancellation)).Value;
        return (number, file.Attachments.Single().Id);
    }

    // With a third directorate, of which nobody here is.
    private async Task<AgreementId> AgreementOfAsync(DirectorateId? directorate)
    {
        if (directorate is not { } giver)
            return Things.Nowhere.Agreement;
        var third = new Directorate { Id = DirectorateId.Parse("security-third"), Name = new() { Ar = "ثالثة", En = "Third" }, MadeAt = Center.Now };
        await Center.Get<CenterStore>().WriteAsync(c => DirectorateSql.Insert(c, third, "test"), Cancellation);
        return Assert.IsType<AgreementResult.Done>(await Center.Get<AgreementDesk>().OfferAsync(
            await PersonAsync(Role.Commander, giver), new() { Taker = third.Id.Value, Mode = nameof(ShareMode.View), Purpose = "x", Days = 1 }, Cancellation)).Agreement.Id;
    }

    private GateRecord FramesOf(Hit hit) => A.Record(1, Center.Now) with
    {
        Frames = new() { Passage = hit.Passage, Entry = hit.Entry, Kind = FrameKind.Crop, Frames = [new() { CapturedAt = Center.Now, Weight = 1, Jpeg = [1, 2] }] },
    };

    /// <summary>A hit of the entry at the gate, and a count; its alert.</summary>
    internal async Task<AlertId> RaiseAsync(GateId gate, EntryId entry, MandateId order)
    {
        var hit = A.Hit(Center.Now, entry.Value, "7-3", order.Value) with { Camera = CameraId.Parse($"{gate}-in-1") };
        GateRecord Of(GateRecord record) => record with { Key = new(gate, 1, ++_sequence) };
        await Center.Get<ICenterLink>().DeliverAsync(
            new() { Gate = gate, Records = [Of(A.Record(1, Center.Now, hit: hit, pictures: A.Pictures())), Of(A.Record(1, Center.Now, A.Count(Center.Now))), Of(FramesOf(hit))] }, Cancellation);
        return (await Center.AlertsAsync()).Single(a => a.Passage == hit.Passage).Id;
    }

    /// <summary>Every gate has not been heard for half a minute.</summary>
    internal Task CutOffAsync()
    {
        Center.Time.Advance(TimeSpan.FromSeconds(31));
        return ActivatorUtilities.CreateInstance<GateClock>(Center.Get<IServiceProvider>()).TickAsync(Cancellation);
    }

    /// <summary>Who did the last act in the log, what, and to what.</summary>
    internal Task<(string Account, string Act, string Subject)> LastAsync() => Center.Get<CenterStore>().ReadAsync(
        c => c.First("SELECT account, act, subject FROM audit_event ORDER BY seq DESC LIMIT 1", r => (r.GetString(0), r.GetString(1), r.GetString(2))), Cancellation);

    /// <summary>Everything that is somebody's, as text: an attempt that was refused leaves it as it was.</summary>
    internal Task<string> StateAsync() => Center.Get<CenterStore>().ReadAsync(
        c =>
        {
            string[] tables = ["alert", "watch_entry", "mandate", "case_file", "case_link", "camera_stop", "gate_posting", "gate_certificate", "enrolment_code", "source_document_owner", "account", "incident", "incident_log", "incident_link", "incident_attachment", "custody", "custody_event", "seizure", "seizure_transfer", "agreement", "unit", "unit_crew", "unit_position", "unit_feed", "call_entry"];
            return string.Join('\n', tables.SelectMany(table => c.Rows($"SELECT * FROM {table}", r =>
                table + string.Join('|', Enumerable.Range(0, r.FieldCount).Select(i => r.GetValue(i))))).Order(StringComparer.Ordinal));
        },
        Cancellation);

    public async ValueTask DisposeAsync()
    {
        await Law.DisposeAsync();
        Directory.Delete(_authority, recursive: true);
    }

    private sealed class Still : IGatePictures, IGateVideo
    {
        public ValueTask<byte[]?> SnapshotAsync(GateId gate, CameraId camera, int maxWidthPx, CancellationToken cancellation) => new([1, 2, 3]);

        public async IAsyncEnumerable<VideoPart> WatchAsync(GateId gate, CameraId camera, [EnumeratorCancellation] CancellationToken cancellation)
        {
            await Task.CompletedTask;
            yield break;
        }
    }
}
