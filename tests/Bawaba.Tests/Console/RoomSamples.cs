// The call log and the situation sheet with something of each kind in them, for Samples.
using Bawaba.Center.Alerts;
using Bawaba.Center.Calls;
using Bawaba.Center.Incidents;
using Bawaba.Console.Calls;
using Bawaba.Console.Situation;

namespace Bawaba.Tests.Console;

internal static class RoomSamples
{
    internal static CallsView Calls(DateTimeOffset now) => new()
    {
        Calls = [Call(now, 1, CallMark.NeedsAnswer), Call(now, 2, null), Call(now, 3, CallMark.PassedOn), Call(now, 4, null) with { ErasedAt = now, Caller = "", What = "" }],
        Waiting = [Call(now, 1, CallMark.NeedsAnswer)],
        Links = Links(now),
        Units = [.. UnitSamples.All(now)],
        Gates = [Samples.Gate()],
        Draft = new() { Request = "x", NeedsAnswer = true },
        Day = DateOnly.FromDateTime(now.Date),
        Faults = ["unit"],
    };

    internal static CallSearchView Search(DateTimeOffset now) => new()
    {
        Query = new() { Words = "<b>lorry", Priority = CallPriority.Urgent, Mark = CallMark.Answered },
        From = "2026-11-01",
        Found = new([Call(now, 1, CallMark.NeedsAnswer)], "2026-000001", now),
        Links = Links(now),
    };

    internal static SituationView Situation(DateTimeOffset now) => new()
    {
        Directorate = "North",
        Fault = new(now),
        Sheet = new()
        {
            MadeAt = now,
            StandsUntil = now.AddMinutes(29),
            Gates = [new(Samples.Gate(), new() { Gate = Samples.Gate().Id, Unheard = true, CutOff = true, Cameras = [] }, 1204, 3, 0, 2)],
            Alerts = [Samples.Alert(AlertState.Confirmed, Samples.Operator), Samples.Alert(AlertState.Raised, Samples.Operator) with { Id = new(new Guid(7, 0, 0, new byte[8])), Plate = null }],
            MoreAlerts = 3,
            Incidents = [new(Incident(now), Type, [new() { Ar = "دورية 1", En = "Patrol 1" }], 1)],
            MoreIncidents = 0,
            Units = [.. UnitSamples.All(now)],
            MoreUnits = 0,
            UnitsOffDuty = 4,
            Calls = [Call(now, 1, CallMark.NeedsAnswer)],
            MoreCalls = 0,
        },
    };

    private static CallLinksView Links(DateTimeOffset now) => new()
    {
        Incidents = new[] { ("2026-000002", IncidentNumber.Parse("2026-000001")) }.ToLookup(l => l.Item1, l => l.Item2),
        Open = [new(Incident(now), Type, 0, 1, true)],
        Types = [Type],
    };

    private static IncidentType Type { get; } = new() { Code = "accident", Name = new() { Ar = "حادث", En = "Accident" }, Priority = IncidentPriority.Urgent, Steps = [] };

    private static CallEntry Call(DateTimeOffset now, int serial, CallMark? mark) => new()
    {
        Number = $"2026-{serial:000000}", At = now.AddMinutes(-serial), Channel = CallChannel.Phone, Caller = "فاطمة <b>", CallBack = "091 234 5678", Place = "الكيلو 12", What = "شاحنة في الطريق",
        Priority = CallPriority.Urgent, Mark = mark, MarkNote = mark is CallMark.PassedOn ? "الدفاع المدني" : "", MarkedAt = mark is null ? null : now, MarkedBy = mark is null ? null : "Person 1", RecordedBy = "Person 1",
    };

    private static Incident Incident(DateTimeOffset now) => new()
    {
        Number = IncidentNumber.Parse("2026-000001"), Version = 1, Type = "accident", TypeVersion = 0, Priority = IncidentPriority.Immediate, State = IncidentState.Open, Summary = "شاحنة مقلوبة",
        Place = new() { Gate = Samples.Gate().Id, Text = "الكيلو 12" }, RaisedAt = now, OpenedBy = "Person 1", OpenedAt = now, Command = Samples.Operator.Account, CommandName = "Person 1",
    };
}
