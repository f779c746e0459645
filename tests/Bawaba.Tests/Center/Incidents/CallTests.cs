using Bawaba.Center.Calls;
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;

namespace Bawaba.Tests.Center.Incidents;

public sealed class CallTests
{
    [Fact]
    public async Task A_call_that_is_sent_again_is_one_entry_and_is_put_right_by_another()
    {
        await using var rig = await IncidentRig.StartAsync();
        var draft = Draft(rig);
        var first = await RecordAsync(rig, draft);
        Assert.Equal(first.Number, (await RecordAsync(rig, draft)).Number);
        var second = await RecordAsync(rig, Draft(rig) with { What = "Two lorries", Corrects = first.Number });
        Assert.Equal((first.Number, 2), (second.Corrects, (await ListAsync(rig)).Count));
    }

    [Theory]
    [InlineData("channel")]
    [InlineData("what")]
    [InlineData("caller")]
    [InlineData("corrects")]
    [InlineData("request")]
    public async Task A_call_that_says_nothing_or_too_much_is_not_recorded(string field)
    {
        await using var rig = await IncidentRig.StartAsync();
        var draft = Draft(rig);
        draft = field switch
        {
            "channel" => draft with { Channel = "Pigeon" },
            "what" => draft with { What = " " },
            "caller" => draft with { Caller = new string('x', 121) },
            "corrects" => draft with { Corrects = "2026-999999" },
            _ => draft with { Request = "x" },
        };
        Assert.Equal([field], Assert.IsType<CallResult.Unfit>(await rig.Center.Get<CallDesk>().RecordAsync(rig.Operator, draft, rig.Cancellation)).Fields);
        Assert.Empty(await ListAsync(rig));
    }

    [Fact]
    public async Task A_call_opens_an_incident_in_one_step_and_its_clock_begins_with_the_call()
    {
        await using var rig = await IncidentRig.StartAsync();
        var call = await RecordAsync(rig, Draft(rig));
        rig.Center.Time.Advance(TimeSpan.FromSeconds(50));
        var incident = await rig.OpenAsync(rig.Draft("accident") with { Call = call.Number });
        Assert.Equal(call.At, incident.RaisedAt);
        Assert.Equal([$"call/{call.Number}"], (await rig.FileAsync(incident.Number)).Links);
        Assert.Equal([incident.Number], (await rig.Desk.CallsAsync(rig.Operator, rig.Cancellation))[call.Number]);
        Assert.IsType<IncidentResult.Unfit>(await rig.Desk.OpenAsync(rig.Operator, rig.Draft() with { Call = "2026-999999" }, rig.Cancellation));
    }

    [Fact]
    public async Task A_callers_name_and_words_are_in_no_file_after_thirty_days_unless_an_incident_is_linked()
    {
        await using var rig = await IncidentRig.StartAsync();
        await RecordAsync(rig, Draft(rig) with { Caller = "Quixotic Abernathy", What = "Zanzibarite lorry" });
        var kept = await RecordAsync(rig, Draft(rig) with { Caller = "Kept Caller" });
        await rig.OpenAsync(rig.Draft("accident") with { Call = kept.Number });
        rig.Center.Time.Advance(TimeSpan.FromDays(CallDesk.KeptDays) - TimeSpan.FromSeconds(1));
        await rig.Center.Get<CallClock>().TickAsync(rig.Cancellation);
        Assert.True(await rig.Center.HoldsAsync("Abernathy"));
        rig.Center.Time.Advance(TimeSpan.FromSeconds(2));
        await rig.Center.Get<CallClock>().TickAsync(rig.Cancellation);
        Assert.False(await rig.Center.HoldsAsync("Abernathy"));
        Assert.False(await rig.Center.HoldsAsync("Zanzibarite"));
        Assert.True(await rig.Center.HoldsAsync("Kept Caller"));
    }

    private static CallDraft Draft(IncidentRig rig) => new()
    {
        Request = Guid.CreateVersion7(rig.Center.Now).ToString(),
        Channel = nameof(CallChannel.Phone),
        Caller = "A driver",
        Place = "Kilometre 12",
        What = "A lorry lies across the road",
    };

    private static async Task<CallEntry> RecordAsync(IncidentRig rig, CallDraft draft) =>
        Assert.IsType<CallResult.Done>(await rig.Center.Get<CallDesk>().RecordAsync(rig.Operator, draft, rig.Cancellation)).Call;

    private static async Task<IReadOnlyList<CallEntry>> ListAsync(IncidentRig rig) => Assert.IsType<Reading<IReadOnlyList<CallEntry>>.Granted>(
        await rig.Center.Get<CallDesk>().ListAsync(rig.Operator, CenterRig.Start.AddDays(-1), CenterRig.Start.AddDays(1), rig.Cancellation)).Value;
}
