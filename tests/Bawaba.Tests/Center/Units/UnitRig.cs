// A center with one unit, its crew, an operator and a supervisor; what the tests of units need at hand.
using System.Net.ServerSentEvents;
using Bawaba.Center.Live;
using Bawaba.Center.Operators;
using Bawaba.Center.Screens;
using Bawaba.Center.Storage;
using Bawaba.Center.Units;
using Bawaba.Contracts;
using Bawaba.Tests.Center.Law;

namespace Bawaba.Tests.Center.Units;

internal sealed class UnitRig : IAsyncDisposable
{
    internal static readonly UnitId Patrol = UnitId.Parse("patrol-1");

    private UnitRig(CenterRig center) => Center = center;

    internal CenterRig Center { get; }

    internal Actor Crew { get; private set; } = null!;

    internal Actor Operator { get; private set; } = null!;

    internal Actor Supervisor { get; private set; } = null!;

    internal CancellationToken Cancellation => Center.Cancellation;

    internal UnitDesk Desk => Center.Get<UnitDesk>();

    internal CrewDesk Phone => Center.Get<CrewDesk>();

    internal UnitRegister Register => Center.Get<UnitRegister>();

    internal static async Task<UnitRig> StartAsync()
    {
        var rig = new UnitRig(await CenterRig.StartAsync());
        rig.Crew = await rig.Center.SignedInAsync(Role.PatrolOfficer);
        rig.Operator = await rig.Center.SignedInAsync(Role.Operator);
        rig.Supervisor = await rig.Center.SignedInAsync(Role.Supervisor);
        var unit = Done(await rig.Register.RegisterAsync(rig.Supervisor, UnitsOf.Draft(), rig.Cancellation));
        Done(await rig.Register.SetCrewAsync(rig.Supervisor, unit.Id, unit.Version, [rig.Crew.Account], rig.Cancellation));
        return rig;
    }

    internal static Unit Done(UnitResult result) => Assert.IsType<UnitResult.Done>(result).Unit;

    /// <summary>The unit as the store has it.</summary>
    internal Task<Unit> UnitAsync() => Center.Get<CenterStore>().ReadAsync(c => UnitSql.Find(c, Scope.Joint, Patrol)!, Cancellation);

    internal static UnitTask Task(string subject = "incident/2026-000001") => new()
    {
        Subject = subject, Title = new() { Ar = "حادث", En = "Accident" }, Place = new() { Ar = "الطريق", En = "Road" }, Priority = 2, Instructions = "5-123456", Notes = "two injured",
    };

    /// <summary>Dispatch, as the incidents' desk does it: in its own transaction, announced after the commit.</summary>
    internal Task<AssignResult> AssignAsync(AssignmentId? id = null, string subject = "incident/2026-000001") => Center.Get<LiveAnnouncer>().WriteAsync(
        c =>
        {
            var result = Center.Get<UnitBook>().Assign(c, Scope.Joint, Patrol, id ?? AssignmentId.Mint(Center.Time), Task(subject), Operator.ForAudit(), Operator.DisplayName);
            return (result, (IReadOnlyCollection<LiveHint>)(result is AssignResult.Done done ? [UnitChanges.HintOf(done.Unit)] : []));
        },
        Cancellation);

    internal Task<AssignResult> ReleaseAsync(AssignmentId id) =>
        Center.Get<CenterStore>().WriteAsync(c => Center.Get<UnitBook>().Release(c, Scope.Joint, id, Operator.ForAudit()), Cancellation);

    /// <summary>Pressed on the phone now, or at a time of the phone's own.</summary>
    internal async Task<CommandAnswer> PressAsync(UnitVerb verb, AssignmentId? task = null, DateTimeOffset? at = null, Guid? id = null) =>
        Assert.IsType<CommandResult.Answered>(await SendAsync(verb, task, at, id)).Answer;

    internal Task<CommandResult> SendAsync(UnitVerb verb, AssignmentId? task = null, DateTimeOffset? at = null, Guid? id = null, Actor? by = null) => Phone.CommandAsync(
        by ?? Crew, Patrol, new() { Id = id ?? Guid.CreateVersion7(Center.Now), Verb = verb, At = at ?? Center.Now, Assignment = task }, Cancellation);

    /// <summary>Brings the unit into the status by the shortest way; its open task's id.</summary>
    internal async Task<AssignmentId?> BringToAsync(UnitStatus status)
    {
        if (status is UnitStatus.OffDuty)
            return null;
        Assert.Equal(CommandAnswer.Done, await PressAsync(UnitVerb.OnDuty));
        if (status is UnitStatus.Available)
            return null;
        if (status is UnitStatus.OutOfService)
        {
            Assert.Equal(CommandAnswer.Done, await PressAsync(UnitVerb.OutOfService));
            return null;
        }
        var task = Assert.IsType<AssignResult.Done>(await AssignAsync()).Assignment.Id;
        if (status is UnitStatus.EnRoute or UnitStatus.OnScene)
            Assert.Equal(CommandAnswer.Done, await PressAsync(UnitVerb.EnRoute, task));
        if (status is UnitStatus.OnScene)
            Assert.Equal(CommandAnswer.Done, await PressAsync(UnitVerb.OnScene, task));
        return task;
    }

    /// <summary>What the stream told up to its next beat.</summary>
    internal async Task<List<LiveEvent>> ChangesAsync(IAsyncEnumerator<SseItem<LiveEvent>> heard)
    {
        Center.Time.Advance(LiveFeed.RoundDuration);
        var told = new List<LiveEvent>();
        while (true)
        {
            var next = heard.MoveNextAsync().AsTask();
            if (!next.IsCompleted)
                Center.Time.Advance(LiveStream.BeatEvery);
            Assert.True(await next);
            if (heard.Current.EventType == LiveStream.Beat)
                return told;
            if (heard.Current.EventType == LiveStream.Change)
                told.Add(heard.Current.Data);
        }
    }

    internal Task TickAsync() => Center.Get<UnitClock>().TickAsync(Cancellation);

    public ValueTask DisposeAsync() => Center.DisposeAsync();
}
