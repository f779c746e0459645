using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Tests.Center.Incidents;

public sealed class IncidentTypeTests
{
    private static readonly DirectorateId North = DirectorateId.Parse("security-north");

    [Fact]
    public async Task Types_that_come_with_the_program_are_whole_in_both_languages()
    {
        await using var rig = await IncidentRig.StartAsync();
        var types = await TypesAsync(rig, rig.Operator);
        Assert.True(types.Count >= 10);
        Assert.All(types, type =>
        {
            Assert.Matches(@"\p{IsArabic}", type.Name.Ar);
            Assert.DoesNotMatch(@"\p{IsArabic}", type.Name.En);
            Assert.Contains(type.Steps, s => s.Required);
            Assert.All(type.Steps, s => Assert.Matches(@"\p{IsArabic}", s.Text.Ar));
            Assert.Equal(type.Steps.Count, type.Steps.DistinctBy(s => s.Id).Count());
        });
    }

    [Fact]
    public async Task An_edited_checklist_is_the_next_version_and_open_incidents_keep_theirs()
    {
        await using var rig = await IncidentRig.StartAsync();
        var desk = rig.Center.Get<IncidentTypeDesk>();
        var before = await rig.OpenAsync();
        var type = (await TypesAsync(rig, rig.Operator)).Single(t => t.Code == "other");
        var edited = type with { Steps = [.. type.Steps, new("", new() { Ar = "خطوة", En = "One more" }, Required: true)] };
        Assert.IsType<IncidentTypeResult.NotAllowed>(await desk.SaveAsync(rig.Operator, edited, 0, rig.Cancellation));
        var saved = Assert.IsType<IncidentTypeResult.Done>(await desk.SaveAsync(rig.Supervisor, edited, 0, rig.Cancellation)).Type;
        Assert.Equal((1L, "step-1"), (saved.Version, saved.Steps[^1].Id));
        Assert.IsType<IncidentTypeResult.Stale>(await desk.SaveAsync(rig.Supervisor, edited, 0, rig.Cancellation));
        var after = await rig.OpenAsync();
        Assert.Equal((type.Steps.Count, type.Steps.Count + 1), ((await rig.FileAsync(before.Number)).Steps.Count, (await rig.FileAsync(after.Number)).Steps.Count));
        Assert.Equal(2, Assert.IsType<IncidentTypeResult.Done>(await desk.SaveAsync(rig.Supervisor, saved, 1, rig.Cancellation)).Type.Version);
    }

    [Fact]
    public async Task A_directorates_own_checklist_is_its_own_alone()
    {
        await using var rig = await IncidentRig.StartAsync();
        var supervisor = await rig.Center.SignedInAsync(Role.Supervisor, directorate: North);
        var type = (await TypesAsync(rig, supervisor)).Single(t => t.Code == "medical");
        var own = Assert.IsType<IncidentTypeResult.Done>(
            await rig.Center.Get<IncidentTypeDesk>().SaveAsync(supervisor, type with { Name = new() { Ar = "إسعاف الشمال", En = "Northern ambulance" } }, 0, rig.Cancellation)).Type;
        Assert.Equal(North, own.Owner);
        Assert.Equal("Northern ambulance", (await TypesAsync(rig, supervisor)).Single(t => t.Code == "medical").Name.En);
        Assert.Equal("Medical emergency", (await TypesAsync(rig, rig.Supervisor)).Single(t => t.Code == "medical").Name.En);
    }

    [Theory]
    [InlineData("no-arabic")]
    [InlineData("no-steps")]
    [InlineData("long-step")]
    [InlineData("bad-code")]
    [InlineData("same-id")]
    public async Task A_type_that_is_not_whole_is_not_saved(string fault)
    {
        await using var rig = await IncidentRig.StartAsync();
        var step = new ChecklistStep("a", new() { Ar = "خطوة", En = "Step" }, Required: true);
        var type = new IncidentType { Code = "flood", Name = new() { Ar = "سيل", En = "Flood" }, Priority = IncidentPriority.Urgent, Steps = [step] };
        type = fault switch
        {
            "no-arabic" => type with { Name = new() { Ar = " ", En = "Flood" } },
            "no-steps" => type with { Steps = [] },
            "long-step" => type with { Steps = [step with { Text = new() { Ar = new string('خ', 161), En = "x" } }] },
            "bad-code" => type with { Code = "Flood!" },
            _ => type with { Steps = [step, step] },
        };
        Assert.IsType<IncidentTypeResult.Unfit>(await rig.Center.Get<IncidentTypeDesk>().SaveAsync(rig.Supervisor, type, 0, rig.Cancellation));
    }

    private static async Task<IReadOnlyList<IncidentType>> TypesAsync(IncidentRig rig, Actor actor) =>
        Assert.IsType<Reading<IReadOnlyList<IncidentType>>.Granted>(await rig.Center.Get<IncidentTypeDesk>().ListAsync(actor, rig.Cancellation)).Value;
}
