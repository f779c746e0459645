// Every page of the console with something in it, as its endpoint would show it, without a center behind it.
using Bawaba.Center.Alerts;
using Bawaba.Center.Gates;
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Center.Sources;
using Bawaba.Center.Units;
using Bawaba.Center.Watchlists;
using Bawaba.Console.Accounts;
using Bawaba.Console.Alerts;
using Bawaba.Console.Calls;
using Bawaba.Console.Directorates;
using Bawaba.Console.Frame;
using Bawaba.Console.Gates;
using Bawaba.Pages.Language;
using Bawaba.Console.Lists;
using Bawaba.Console.Room;
using Bawaba.Console.SignIn;
using Bawaba.Console.Situation;
using Bawaba.Console.Units;
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using RegisteredGate = Bawaba.Center.Gates.Gate;

namespace Bawaba.Tests.Console;

internal static class Samples
{
    internal const string Plate = "5-123456";
    internal static readonly DateTimeOffset Now = new(2026, 11, 7, 21, 30, 5, TimeSpan.Zero);

    internal static Actor Operator { get; } = Person(Role.Operator, 1);

    internal static IReadOnlyDictionary<string, Func<ScreenLanguage, PageResult>> Pages { get; } =
        new Dictionary<string, Func<ScreenLanguage, PageResult>>(StringComparer.Ordinal)
        {
            ["room"] = language => Page.Show<RoomPage, RoomView>(Screen(language), new()
            {
                Gates = [.. States().Select(state => new GateCardView { Gate = Gate(), State = state, Today = new(1204, 3, 2), Recent = new(4, 5, 0) })],
                CityFaults = Report(LoadReport.City, faulty: true),
            }),
            ["room with a schematic"] = language => Page.Show<RoomPage, RoomView>(Screen(language), new()
            {
                Gates = [SchematicSamples.Card()],
                Schematic = SchematicSamples.View(),
            }),
            ["room for figures alone"] = language => Page.Show<RoomPage, RoomView>(
                Screen(language, Role.MediaOfficer), new() { Gates = [new() { Gate = Gate(), Today = new(1, 2, 0), Recent = new(0, 0, 0) }] }),
            ["alert to confirm"] = language => AlertPage(language, Alert(AlertState.FirstLook, Person(Role.Operator, 2))),
            ["alert of my own look"] = language => AlertPage(language, Alert(AlertState.FirstLook, Operator)),
            ["alert gone on to the commander"] = language => AlertPage(language, Alert(AlertState.Raised, Operator) with { SupervisorAt = Now, CommanderAt = Now }),
            ["times"] = language => Page.Show<TimesPage, TimesView>(Screen(language, Role.Supervisor), new()
            {
                Span = TimesSpan.Week,
                Times = new()
                {
                    SinceAt = Now.AddDays(-7),
                    Clocks =
                    [
                        ClockFigures.Of("raised-answered", Enumerable.Range(1, 40).Select(i => TimeSpan.FromSeconds(i)), AlertRules.AnswerTargets),
                        ClockFigures.Of("look-confirmed", [TimeSpan.FromSeconds(4)]),
                    ],
                    Raised = 40,
                    Late = 3,
                    ToSupervisor = 9,
                    ToCommander = 0,
                },
                Dispatch = new()
                {
                    SinceAt = Now.AddDays(-7),
                    Clocks =
                    [
                        ClockFigures.Of("confirmed-dispatched", Enumerable.Range(1, 10).Select(i => TimeSpan.FromSeconds(i * 8)), DispatchTimes.DispatchTargets),
                        ClockFigures.Of("on-scene-closed", Enumerable.Range(1, 9).Select(i => TimeSpan.FromMinutes(i * 11)), []),
                    ],
                    Opened = 12,
                    Dispatched = 10,
                },
            }),
            ["rejected alert"] = language => AlertPage(language, Alert(AlertState.Rejected, Operator) with { Plate = null, HasPictures = false, ErasedAt = Now }),
            ["closed alert"] = language => AlertPage(language, Alert(AlertState.Closed, Operator)),
            ["gate"] = language => Page.Show<GatePage, GatePageView>(Screen(language), new()
            {
                Gate = Gate(),
                State = States().First(),
                Chart = new() { FromAt = Now.AddHours(-1), Step = TimeSpan.FromMinutes(1), Flows = [.. Enumerable.Range(0, 60).Select(i => new FlowView(i % 7, i % 5, 0))] },
                Today = [(Gate().Lanes[0], new(10, 20, 0))],
            }),
            ["gate without pictures"] = language => Page.Show<GatePage, GatePageView>(
                Screen(language, Role.Technician), new() { Gate = Gate(), State = States().Last() }),
            ["watch-list"] = language => Page.Show<WatchlistPage, WatchlistView>(
                Screen(language, Role.Auditor), new([Entry(), Entry() with { Vehicle = null, Colour = null, ExpiresAt = Now }], null, Report(LoadReport.Watchlist, faulty: false))),
            ["mandates"] = language => Page.Show<MandatesPage, MandatesView>(
                Screen(language, Role.Auditor), new() { List = new([], Report(LoadReport.Mandates, faulty: true)), Gates = new Dictionary<GateId, string>() }),
            ["accounts"] = language => Page.Show<AccountsPage, AccountsView>(Screen(language, Role.Administrator), new()
            {
                Accounts = [new() { Id = Operator.Account, UserName = "person-1", DisplayName = "Person 1", Role = Role.Operator, CreatedAt = Now }],
                Invited = new() { UserName = "person-2", Role = Role.Auditor, Link = "/invitation/x", ExpiresAt = Now },
            }),
            ["directorates"] = language => Page.Show<DirectoratesPage, DirectoratesView>(Screen(language, Role.Administrator), new()
            {
                Directorates = [new() { Id = DirectorateId.Parse("security-north"), Name = new() { Ar = "أمن الشمال", En = "North security" }, MadeAt = Now }],
                Gates = [Gate() with { Directorate = DirectorateId.Parse("security-south") }],
                Id = "security-south",
                Fault = DirectorateFault.Taken,
            }),
            ["units"] = language => Page.Show<UnitsPage, UnitsView>(Screen(language, Role.Supervisor), new() { Units = [.. UnitSamples.All(Now)], Names = UnitSamples.Names }),
            ["units for who only looks"] = language => Page.Show<UnitsPage, UnitsView>(Screen(language, Role.Auditor), new() { Units = [.. UnitSamples.All(Now)], Names = UnitSamples.Names }),
            ["unit"] = language => Page.Show<UnitPage, UnitView>(Screen(language, Role.Supervisor), new()
            {
                Unit = UnitSamples.OnTask(Now), Names = UnitSamples.Names, Fault = UnitFault.Place,
                Choices = [new(Operator.Account, "Person 1", UnitId.Parse("patrol-1")), new(Person(Role.PatrolOfficer, 5).Account, "Person 5", UnitId.Parse("patrol-2"))],
            }),
            ["unit to register"] = language => Page.Show<UnitFormPage, UnitFormView>(
                Screen(language, Role.Supervisor), new() { Draft = new() { Kind = UnitKind.Patrol }, Directorates = [DirectorateId.Parse("security-north")], Names = UnitSamples.Names, Fault = UnitFault.Taken }),
            ["trackers"] = language => Page.Show<UnitFeedsPage, UnitFeedsView>(Screen(language, Role.Supervisor), new()
            {
                Feeds = [new() { Id = new(new Guid(1, 2, 3, new byte[8])), Label = "Trackers", MadeAt = Now }, new() { Id = new(new Guid(1, 2, 4, new byte[8])), Label = "Old ones", MadeAt = Now, RevokedAt = Now }],
                Token = "a-token",
            }),
            ["crew with a task"] = language => Page.Show<CrewPage, CrewView>(Screen(language, Role.PatrolOfficer), new() { Unit = UnitSamples.OnTask(Now), Names = UnitSamples.Names }),
            ["crew at rest"] = language => Page.Show<CrewPage, CrewView>(Screen(language, Role.PatrolOfficer), new() { Unit = UnitSamples.All(Now).First(), Names = UnitSamples.Names }),
            ["of no crew"] = language => Page.Show<CrewPage, CrewView>(Screen(language, Role.PatrolOfficer), new() { Names = UnitSamples.Names }),
            ["sign-in"] = language => Page.Show<SignInPage, SignInView>(Screen(language) with { Actor = null }, new()),
            ["locked out"] = language => Page.Show<SignInPage, SignInView>(
                Screen(language) with { Actor = null }, new() { Fault = SignInFault.LockedOut, RetryAfter = TimeSpan.FromSeconds(61), UserName = "someone" }),
            ["welcome"] = language => Page.Show<WelcomePage, WelcomeView>(
                Screen(language) with { Actor = null }, new() { Invitation = new() { Role = Role.Administrator, ExpiresAt = Now }, Action = "/welcome/x" }),
            ["dead link"] = language => Page.Show<WelcomePage, WelcomeView>(Screen(language) with { Actor = null }, new() { Invitation = null, Action = "/welcome/x" }),
            ["calls"] = language => Page.Show<CallsPage, CallsView>(Screen(language), RoomSamples.Calls(Now)),
            ["calls for who only looks"] = language => Page.Show<CallsPage, CallsView>(Screen(language, Role.Auditor), RoomSamples.Calls(Now)),
            ["search of calls"] = language => Page.Show<CallSearchPage, CallSearchView>(Screen(language), RoomSamples.Search(Now)),
            ["situation"] = language => Page.Show<SituationPage, SituationView>(Screen(language), RoomSamples.Situation(Now)),
            ["not allowed"] = language => Page.Notice(Screen(language), NoticeKind.NotAllowed),
        };

    internal static Screen Screen(ScreenLanguage language, Role role = Role.Operator) => new()
    {
        Language = language,
        Actor = role == Role.Operator ? Operator : Person(role, 3),
        Now = Now,
        Path = "/",
        Demo = true,
        City = new() { Ar = "واحة", En = "Oasis" },
    };

    internal static Actor Person(Role role, int number) => new()
    {
        Account = new(new Guid(number, 0, 0, new byte[8])),
        UserName = $"person-{number}",
        DisplayName = $"Person {number}",
        Role = role,
        Scope = Scope.Joint,
        Session = new(new Guid(number, 1, 0, new byte[8])),
        Address = "192.0.2.1",
    };

    /// <summary>An alert in a state, whose steps so far were taken by <paramref name="by"/>.</summary>
    internal static Alert Alert(AlertState state, Actor by)
    {
        var look = new Look(by.Account, by.Session, by.DisplayName, Now);
        return new()
        {
            Id = new(new Guid(9, 0, 0, new byte[8])),
            Version = 3,
            State = state,
            Gate = Gate().Id,
            Lane = Gate().Lanes[0].Id,
            Camera = Gate().Cameras[0].Id,
            Passage = new(new Guid(8, 0, 0, new byte[8])),
            Mandate = MandateId.Parse("order-1"),
            Entry = new()
            {
                Id = EntryId.Parse("entry-1"),
                Category = "stolen-vehicle",
                PermittedAction = "stop-and-notify",
                LegalBasis = "<b>444</b>",
                InstrumentNumber = "118/2026",
                IssuedBy = "النيابة",
                ExpiresAt = Now.AddDays(3),
                Vehicle = VehicleClass.Other,
            },
            Direction = Direction.In,
            Vehicle = VehicleClass.Other,
            Plate = new PlateText(Plate),
            Confidence = 0.93f,
            Late = true,
            HasPictures = true,
            PassedAt = Now.AddSeconds(-40),
            CapturedAt = Now.AddSeconds(-40),
            RaisedAt = Now.AddSeconds(-39),
            Answered = state == AlertState.Raised ? null : look,
            FirstLook = state >= AlertState.FirstLook ? look : null,
            Verdict = state >= AlertState.FirstLook ? LookVerdict.Same : null,
            Confirmed = state is AlertState.Confirmed or AlertState.Closed ? look : null,
            Rejected = state == AlertState.Rejected ? look : null,
            RejectReason = state == AlertState.Rejected ? RejectReason.Misread : null,
            ClosedAt = state == AlertState.Closed ? Now : null,
        };
    }

    private static PageResult AlertPage(ScreenLanguage language, Alert alert) =>
        Page.Show<AlertCardPage, AlertCardView>(Screen(language), new() { Alert = alert, Gate = Gate() });

    internal static RegisteredGate Gate() => new()
    {
        Id = GateId.Parse("north"),
        Name = new() { Ar = "البوابة الشمالية", En = "North gate" },
        Kind = GateKind.Entrance,
        Lanes = [new() { Id = LaneId.Parse("in-1"), Name = new() { Ar = "دخول", En = "Inbound" } }],
        Cameras =
        [
            new() { Id = CameraId.Parse("north-1"), Gate = GateId.Parse("north"), Lane = LaneId.Parse("in-1"), Name = new() { Ar = "كاميرا", En = "Camera" }, Simulated = false },
            new() { Id = CameraId.Parse("north-2"), Gate = GateId.Parse("north"), Lane = LaneId.Parse("in-1"), Name = new() { Ar = "كاميرا ثانية", En = "Second camera" }, Simulated = true },
        ],
    };

    // A gate with each phase, then a silent one.
    internal static IEnumerable<GateState> States() =>
        Enum.GetValues<CameraPhase>().Select(phase => new GateState
        {
            Gate = GateId.Parse("north"),
            HeardAt = Now,
            Unheard = false,
            Comparing = phase == CameraPhase.Live,
            OutboxPending = 900,
            OutboxFault = phase == CameraPhase.Failed ? "disk full" : null,
            Cameras = [Camera("north-1", phase, simulated: false), Camera("north-2", CameraPhase.Live, simulated: true)],
        }).Append(new() { Gate = GateId.Parse("north"), HeardAt = Now, Unheard = true, Cameras = [Camera("north-1", CameraPhase.Live, simulated: false)] });

    private static CameraState Camera(string id, CameraPhase phase, bool simulated) => new()
    {
        Camera = CameraId.Parse(id),
        Lane = LaneId.Parse("in-1"),
        Phase = phase,
        ReasonCode = phase is CameraPhase.Failed or CameraPhase.Stalled ? "no-answer" : "",
        Detail = phase == CameraPhase.Failed ? "timed out" : "",
        SinceAt = Now,
        LastFrameAt = Now,
        Picture = simulated ? null : new() { State = PictureState.Blurred, MeasuredPercent = 12, ThresholdPercent = 35, SinceAt = Now },
        Simulated = simulated,
    };

    private static LoadReport Report(string source, bool faulty) => new()
    {
        Source = source,
        ReadAt = Now,
        RowsInForce = 2,
        Faults = faulty ? [new("entry 3 (demo-07)", "approver is the requester")] : [],
        FaultsFound = faulty ? 1 : 0,
        InForceSinceAt = Now,
    };

    private static WatchlistEntry Entry() => new()
    {
        Id = EntryId.Parse("entry-1"),
        Plate = new(Plate),
        Category = "stolen-vehicle",
        LegalBasis = "Penal code, article 444",
        InstrumentNumber = "R-1182",
        IssuedBy = "Northern prosecution",
        IssuedOn = new(2026, 11, 1),
        Purpose = "Find a vehicle reported stolen",
        PermittedAction = "observe",
        Requester = "Registrar A",
        RequesterChain = "Traffic department",
        Approver = "Prosecutor B",
        ApproverChain = "Public prosecution",
        ApprovedAt = Now.AddDays(-1),
        ExpiresAt = Now.AddDays(1),
        Vehicle = VehicleClass.Other,
        Colour = "white",
        SourceDocumentSha256 = new('a', 64),
    };
}
