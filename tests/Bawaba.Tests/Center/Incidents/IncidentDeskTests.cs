using Bawaba.Center.Alerts;
using Bawaba.Center.Audit;
using Bawaba.Center.Cases;
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;

namespace Bawaba.Tests.Center.Incidents;

public sealed class IncidentDeskTests
{
    [Fact]
    public async Task An_incident_gets_its_number_and_the_same_form_sent_again_opens_no_second_one()
    {
        await using var rig = await IncidentRig.StartAsync();
        var draft = rig.Draft();
        var first = await rig.OpenAsync(draft);
        Assert.Equal(("2026-000001", IncidentState.Open, rig.Operator.Account), (first.Number.Value, first.State, first.Command));
        Assert.Equal(first.Number, (await rig.OpenAsync(draft)).Number);
        Assert.Equal("2026-000002", (await rig.OpenAsync()).Number.Value);
        // Another person's form of the same id opens nothing and shows nothing.
        Assert.IsType<IncidentResult.Unfit>(await rig.Desk.OpenAsync(rig.Supervisor, draft, rig.Cancellation));
        var list = Assert.IsType<Reading<IReadOnlyList<IncidentLine>>.Granted>(await rig.Desk.ListAsync(rig.Operator, rig.Cancellation)).Value;
        Assert.Equal(2, list.Count);
    }

    [Theory]
    [InlineData("type", "nothing-known")]
    [InlineData("summary", "")]
    [InlineData("summary", "a\nb")]
    [InlineData("place", "")]
    [InlineData("latitude", "95")]
    [InlineData("latitude", "32.1e3")]
    [InlineData("gate", "nowhere")]
    [InlineData("alert", "00000000000000000000000000000000")]
    [InlineData("request", "not-an-id")]
    public async Task A_form_that_says_nothing_opens_nothing(string field, string value)
    {
        await using var rig = await IncidentRig.StartAsync();
        var draft = rig.Draft() with { Longitude = field == "latitude" ? "13" : "" };
        draft = field switch
        {
            "type" => draft with { Type = value },
            "summary" => draft with { Summary = value },
            "place" => draft with { Place = value },
            "latitude" => draft with { Latitude = value },
            "gate" => draft with { Gate = value },
            "alert" => draft with { Alert = value },
            _ => draft with { Request = value },
        };
        Assert.Contains(field, Assert.IsType<IncidentResult.Unfit>(await rig.Desk.OpenAsync(rig.Operator, draft, rig.Cancellation)).Fields);
        Assert.Empty(Assert.IsType<Reading<IReadOnlyList<IncidentLine>>.Granted>(await rig.Desk.ListAsync(rig.Operator, rig.Cancellation)).Value);
    }

    [Fact]
    public async Task Coordinates_in_arabic_digits_are_read()
    {
        await using var rig = await IncidentRig.StartAsync();
        var incident = await rig.OpenAsync(rig.Draft() with { Latitude = "٣٢٫٨٨٧", Longitude = "١٣٫١٩" });
        Assert.Equal((32.887, 13.19), (incident.Place.Point!.Value.Latitude, incident.Place.Point.Value.Longitude));
    }

    [Fact]
    public async Task Nobody_is_sent_for_an_alert_that_two_people_did_not_confirm()
    {
        await using var rig = await IncidentRig.StartAsync();
        var raised = await rig.Center.RaiseAsync();
        Assert.IsType<IncidentResult.NotConfirmed>(await rig.Desk.OpenAsync(rig.Operator, rig.Draft("wanted-vehicle") with { Alert = raised.Id.ToString() }, rig.Cancellation));
        var incident = await rig.OpenAsync();
        Assert.IsType<IncidentResult.NotConfirmed>(await rig.Desk.LinkAsync(rig.Operator, incident.Number, $"alert/{raised.Id}", rig.Cancellation));
        Assert.Empty((await rig.FileAsync(incident.Number)).Alerts);
    }

    [Fact]
    public async Task A_confirmed_alert_brings_its_gate_and_its_clocks()
    {
        await using var rig = await IncidentRig.StartAsync();
        var alert = await rig.ConfirmedAsync();
        rig.Center.Time.Advance(TimeSpan.FromSeconds(40));
        var incident = await rig.OpenAsync(rig.Draft("wanted-vehicle") with { Alert = alert.Id.ToString(), Place = "" });
        Assert.Equal(alert.Gate, incident.Place.Gate);
        var file = await rig.FileAsync(incident.Number);
        Assert.Equal(alert.Id, file.Alerts.Single().Id);
        Assert.Equal((alert.RaisedAt, alert.Confirmed!.At, rig.Center.Now), (file.Clocks.RaisedAt, file.Clocks.ConfirmedAt, file.Clocks.OpenedAt));
        Assert.Equal([incident.Number], await rig.Desk.OfAsync(rig.Supervisor, $"alert/{alert.Id}", rig.Cancellation));
        Assert.Equal(["passed", "raised", "answered", "first-look", "confirmed"], TimelineStep.Of(file).Select(s => s.AlertStep).OfType<string>());
    }

    [Fact]
    public async Task A_line_that_is_sent_again_is_one_line_and_all_lines_are_numbered()
    {
        await using var rig = await IncidentRig.StartAsync();
        var number = (await rig.OpenAsync()).Number;
        var id = Guid.CreateVersion7(rig.Center.Now).ToString();
        for (var i = 0; i < 10; i++)
            IncidentRig.Done(await rig.NoteAsync(number, "The lorry's driver is unhurt", id));
        IncidentRig.Done(await rig.NoteAsync(number, "سطر آخر\nبسطرين", by: rig.Supervisor));
        var log = (await rig.FileAsync(number)).Log;
        Assert.Equal([1L, 2L, 3L], log.Select(l => l.Seq));
        Assert.Equal(["", "The lorry's driver is unhurt", "سطر آخر\nبسطرين"], log.Select(l => l.Text));
        Assert.Equal(3, (await rig.FileAsync(number)).Incident.Version);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("seen: 5-123456, white")]
    [InlineData("plate 5 123456")]
    [InlineData("٥-١٢٣٤٥٦ على الطريق")]
    public async Task No_plate_of_a_linked_alert_and_no_empty_line_goes_into_the_log(string text)
    {
        await using var rig = await IncidentRig.StartAsync();
        var alert = await rig.ConfirmedAsync();
        var number = (await rig.OpenAsync(rig.Draft("wanted-vehicle") with { Alert = alert.Id.ToString() })).Number;
        Assert.IsType<IncidentResult.Unfit>(await rig.NoteAsync(number, text));
        Assert.IsType<IncidentResult.Unfit>(await rig.Outcomes.AssistAsync(rig.Operator, number, text, rig.Cancellation));
        Assert.IsType<IncidentResult.Unfit>(await rig.NoteAsync(number, new string('x', 2_001)));
        Assert.Equal(2, (await rig.FileAsync(number)).Log.Count);
    }

    [Fact]
    public async Task The_log_is_only_added_to()
    {
        await using var rig = await IncidentRig.StartAsync();
        var number = (await rig.OpenAsync()).Number;
        foreach (var statement in new[] { "UPDATE incident_log SET text = 'other'", "DELETE FROM incident_log" })
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => rig.Center.Get<CenterStore>().WriteAsync(c => c.Run(statement), rig.Cancellation));
        Assert.Single((await rig.FileAsync(number)).Log);
    }

    [Fact]
    public async Task A_step_that_is_left_out_says_why_and_the_supervisor_is_told_until_they_take_note()
    {
        await using var rig = await IncidentRig.StartAsync();
        var number = (await rig.OpenAsync(rig.Draft("road-attack"))).Number;
        Assert.IsType<IncidentResult.Unfit>(await rig.Desk.MarkStepAsync(rig.Operator, number, "safe", " ", rig.Cancellation));
        Assert.IsType<IncidentResult.Unfit>(await rig.Desk.MarkStepAsync(rig.Operator, number, "no-such-step", null, rig.Cancellation));
        IncidentRig.Done(await rig.Desk.MarkStepAsync(rig.Operator, number, "safe", "The line broke", rig.Cancellation));
        Assert.Equal(1, (await LineAsync()).Skipped);
        Assert.IsType<IncidentResult.NotAllowed>(await rig.Desk.SeeSkippedAsync(rig.Operator, number, rig.Cancellation));
        IncidentRig.Done(await rig.Desk.SeeSkippedAsync(rig.Supervisor, number, rig.Cancellation));
        Assert.Equal(0, (await LineAsync()).Skipped);
        // Left out and done after all: it counts as done.
        IncidentRig.Done(await rig.Desk.MarkStepAsync(rig.Operator, number, "safe", null, rig.Cancellation));
        var step = (await rig.FileAsync(number)).Steps.First(s => s.Step.Id == "safe");
        Assert.Equal((rig.Center.Now, null), (step.DoneAt!.Value, step.SkippedBecause));

        async Task<IncidentLine> LineAsync() =>
            Assert.IsType<Reading<IReadOnlyList<IncidentLine>>.Granted>(await rig.Desk.ListAsync(rig.Supervisor, rig.Cancellation)).Value.Single();
    }

    [Fact]
    public async Task It_closes_when_its_steps_and_outcome_are_there_and_closes_its_alerts_and_takes_nothing_more()
    {
        await using var rig = await IncidentRig.StartAsync();
        var alert = await rig.ConfirmedAsync();
        var number = (await rig.OpenAsync(rig.Draft("wanted-vehicle") with { Alert = alert.Id.ToString() })).Number;
        var open = Assert.IsType<IncidentResult.StepsOpen>(await rig.Desk.CloseAsync(rig.Operator, number, rig.Cancellation)).Steps;
        Assert.Equal((await rig.FileAsync(number)).Type.Steps.Count(s => s.Required), open.Count);
        await rig.FinishStepsAsync(number);
        Assert.IsType<IncidentResult.NoOutcome>(await rig.Desk.CloseAsync(rig.Operator, number, rig.Cancellation));
        IncidentRig.Done(await rig.Outcomes.NothingFoundAsync(rig.Operator, number, "Searched to kilometre 40", rig.Cancellation));
        Assert.IsType<IncidentResult.NotInCommand>(await rig.Desk.CloseAsync(await rig.Center.SignedInAsync(Role.Operator), number, rig.Cancellation));
        var closed = IncidentRig.Done(await rig.Desk.CloseAsync(rig.Operator, number, rig.Cancellation));
        Assert.Equal((IncidentState.Closed, rig.Center.Now), (closed.State, closed.ClosedAt!.Value));
        Assert.Equal(AlertState.Closed, (await rig.Center.AlertsAsync()).Single().State);
        Assert.IsType<IncidentResult.AlreadyClosed>(await rig.NoteAsync(number, "too late"));
        Assert.IsType<IncidentResult.AlreadyClosed>(await rig.Desk.CloseAsync(rig.Operator, number, rig.Cancellation));
    }

    [Fact]
    public async Task The_lead_goes_over_when_the_other_takes_it_and_a_supervisor_may_take_it()
    {
        await using var rig = await IncidentRig.StartAsync();
        var command = rig.Center.Get<CommandDesk>();
        var (second, third) = (await rig.Center.SignedInAsync(Role.Operator), await rig.Center.SignedInAsync(Role.Operator));
        var number = (await rig.OpenAsync()).Number;
        Assert.IsType<IncidentResult.NotInCommand>(await command.OfferAsync(second, number, third.Account, rig.Cancellation));
        Assert.IsType<IncidentResult.NotInCommand>(await command.TakeAsync(second, number, rig.Cancellation));
        var technician = await rig.Center.SignedInAsync(Role.Technician);
        Assert.IsType<IncidentResult.Unfit>(await command.OfferAsync(rig.Operator, number, technician.Account, rig.Cancellation));
        Assert.Equal(rig.Operator.Account, IncidentRig.Done(await command.OfferAsync(rig.Operator, number, second.Account, rig.Cancellation)).Command);
        Assert.IsType<IncidentResult.NotInCommand>(await command.TakeAsync(third, number, rig.Cancellation));
        Assert.Equal(second.Account, IncidentRig.Done(await command.TakeAsync(second, number, rig.Cancellation)).Command);
        Assert.IsType<IncidentResult.NotInCommand>(await command.OfferAsync(rig.Operator, number, third.Account, rig.Cancellation));
        Assert.Equal(rig.Supervisor.Account, IncidentRig.Done(await command.TakeAsync(rig.Supervisor, number, rig.Cancellation)).Command);
        Assert.Equal(
            [IncidentLogKind.Opened, IncidentLogKind.CommandOffered, IncidentLogKind.CommandTaken, IncidentLogKind.CommandTaken],
            (await rig.FileAsync(number)).Log.Select(l => l.Kind));
    }

    [Fact]
    public async Task An_open_case_is_linked_by_its_number_and_a_closed_one_is_not()
    {
        await using var rig = await IncidentRig.StartAsync();
        var number = (await rig.OpenAsync()).Number;
        var cases = rig.Center.Get<CaseDesk>();
        var file = Assert.IsType<CaseResult.Done>(await cases.OpenAsync(rig.Supervisor, CaseKind.RoadAttack, null, rig.Cancellation)).Case.Number;
        IncidentRig.Done(await rig.Desk.LinkAsync(rig.Operator, number, $"case/{file}", rig.Cancellation));
        Assert.Equal([$"case/{file}"], (await rig.FileAsync(number)).Links);
        var other = Assert.IsType<CaseResult.Done>(await cases.OpenAsync(rig.Supervisor, CaseKind.RoadAttack, null, rig.Cancellation)).Case.Number;
        await cases.CloseAsync(rig.Supervisor, other, rig.Cancellation);
        Assert.IsType<IncidentResult.Unfit>(await rig.Desk.LinkAsync(rig.Operator, number, $"case/{other}", rig.Cancellation));
        Assert.IsType<IncidentResult.Unfit>(await rig.Desk.LinkAsync(rig.Operator, number, "5-123456", rig.Cancellation));
    }

    [Fact]
    public async Task Files_are_known_by_their_first_bytes_and_counted()
    {
        await using var rig = await IncidentRig.StartAsync();
        var (number, desk) = ((await rig.OpenAsync()).Number, rig.Center.Get<AttachmentDesk>());
        byte[] picture = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];
        Assert.IsType<IncidentResult.Unfit>(await desk.AddAsync(rig.Operator, number, "page.jpg", "<html>"u8.ToArray(), rig.Cancellation));
        Assert.IsType<IncidentResult.Unfit>(await desk.AddAsync(rig.Operator, number, "empty.jpg", [], rig.Cancellation));
        for (var i = 0; i < AttachmentDesk.MaxFiles; i++)
            IncidentRig.Done(await desk.AddAsync(rig.Operator, number, "../../scene.jpg", picture, rig.Cancellation));
        Assert.IsType<IncidentResult.Unfit>(await desk.AddAsync(rig.Operator, number, "one more.jpg", picture, rig.Cancellation));
        var file = (await rig.FileAsync(number)).Attachments[0];
        Assert.Equal(("scene.jpg", "image/jpeg"), (file.Name, file.MediaType));
        Assert.Equal(picture, Assert.IsType<Reading<byte[]>.Granted>(await desk.ReadAsync(rig.Supervisor, number, file.Id, rig.Cancellation)).Value);
        Assert.Equal(nameof(AuditAct.AttachmentSeen), (await rig.Center.ActsAsync())[^1]);
        var elsewhere = (await rig.OpenAsync()).Number;
        Assert.IsType<Reading<byte[]>.NotFound>(await desk.ReadAsync(rig.Supervisor, elsewhere, file.Id, rig.Cancellation));
    }

    [Fact]
    public async Task Without_the_log_of_acts_people_are_still_sent_and_its_rows_come_later()
    {
        await using var rig = await IncidentRig.StartAsync();
        var number = (await rig.OpenAsync()).Number;
        await rig.Center.BreakAuditAsync();
        IncidentRig.Done(await rig.NoteAsync(number, "Shots were heard"));
        Assert.IsType<IncidentResult.AuditUnavailable>(await rig.Outcomes.ApprehendAsync(rig.Operator, number, IncidentRig.Custody(), rig.Cancellation));
        Assert.IsType<Reading<IncidentFile>.AuditUnavailable>(await rig.Desk.FindAsync(rig.Supervisor, number, rig.Cancellation));
        await rig.Center.MendAuditAsync();
        await rig.Center.Get<AuditLog>().DrainSpoolAsync(rig.Cancellation);
        Assert.Equal(nameof(AuditAct.IncidentLogged), (await rig.Center.ActsAsync())[^1]);
        Assert.DoesNotContain(nameof(AuditAct.CustodyRecorded), await rig.Center.ActsAsync());
    }
}
