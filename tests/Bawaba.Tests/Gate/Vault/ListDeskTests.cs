using Bawaba.Contracts;
using Bawaba.Contracts.Officers;
using Bawaba.Gate;
using Bawaba.Proof.Sealing;

namespace Bawaba.Tests.Gate.Vault;

public sealed class ListDeskTests
{
    [Fact]
    public async Task After_a_cold_start_without_the_center_a_supervisor_and_a_second_officer_bring_the_gate_back_to_comparing()
    {
        await using var rig = new VaultRig();
        rig.Keeper.Take(rig.Orders());
        var passphrase = (await rig.Desk.MakePassphraseAsync(VaultRig.Supervisor))!.Reveal();
        rig.Start();
        Assert.Equal(OpenAnswer.Opened, await rig.Desk.OpenAsync(VaultRig.Supervisor, passphrase));
        Assert.Equal(0, rig.Hits());
        Assert.Equal(AttestAnswer.First, await rig.Desk.AttestAsync(VaultRig.Supervisor));
        Assert.Equal(0, rig.Hits());
        Assert.Equal(AttestAnswer.Trusted, await rig.Desk.AttestAsync(VaultRig.Session("officer-1")));
        Assert.Equal(1, rig.Hits());
        Assert.Equal(
            [(OfficerActKind.PassphraseMade, ""), (OfficerActKind.ListOpened, "tried"), (OfficerActKind.ListOpened, "opened"), (OfficerActKind.TimeAttested, "first"), (OfficerActKind.TimeAttested, "second")],
            rig.Acts());
    }

    [Fact]
    public async Task One_person_does_not_attest_the_time_twice_nor_two_people_ten_minutes_apart()
    {
        await using var rig = new VaultRig();
        rig.Keeper.Take(rig.Orders());
        rig.Start();
        Assert.Equal(AttestAnswer.First, await rig.Desk.AttestAsync(VaultRig.Session("officer-1")));
        Assert.Equal(AttestAnswer.SamePerson, await rig.Desk.AttestAsync(VaultRig.Session("officer-1")));
        Assert.Equal(AttestAnswer.SamePerson, await rig.Desk.AttestAsync(VaultRig.Session("officer-1") with { Id = "another session of the same person" }));
        Assert.Equal(AttestAnswer.SamePerson, await rig.Desk.AttestAsync(VaultRig.Session("officer-2") with { Id = "session-of-officer-1" }));
        rig.Clock.Advance(ListDesk.AttestWithin + TimeSpan.FromSeconds(1));
        Assert.Equal(AttestAnswer.First, await rig.Desk.AttestAsync(VaultRig.Session("officer-2")));
        Assert.False(rig.Matcher.TimeIsTrusted);
        Assert.Equal(AttestAnswer.NotDone, await rig.Desk.AttestAsync(VaultRig.Session("technician", GateDuty.Technician)));
    }

    [Fact]
    public async Task A_clock_that_was_set_between_the_two_words_makes_the_second_a_first()
    {
        await using var rig = new VaultRig();
        rig.Keeper.Take(rig.Orders());
        rig.Start();
        await rig.Desk.AttestAsync(VaultRig.Session("officer-1"));
        rig.Clock.Set(rig.Clock.GetUtcNow().AddHours(3));
        Assert.Equal(AttestAnswer.First, await rig.Desk.AttestAsync(VaultRig.Session("officer-2")));
        Assert.False(rig.Matcher.TimeIsTrusted);
    }

    [Fact]
    public async Task Two_people_cannot_attest_a_time_before_the_centers_last_word()
    {
        await using var rig = new VaultRig();
        rig.Keeper.Take(rig.Orders());
        // Yesterday's list would be compared with for ever.
        rig.Start(wall: rig.Clock.GetUtcNow().AddHours(-10));
        Assert.Equal(AttestAnswer.ClockBehind, await rig.Desk.AttestAsync(VaultRig.Session("officer-1")));
        Assert.Equal(AttestAnswer.ClockBehind, await rig.Desk.AttestAsync(VaultRig.Session("officer-2")));
        Assert.False(rig.Matcher.TimeIsTrusted);
        Assert.Empty(rig.Acts());
    }

    [Fact]
    public async Task A_passphrase_is_guessed_a_few_times_and_opened_by_a_supervisor_alone()
    {
        await using var rig = new VaultRig();
        rig.Keeper.Take(rig.Orders());
        var passphrase = (await rig.Desk.MakePassphraseAsync(VaultRig.Supervisor))!.Reveal();
        Assert.Null(await rig.Desk.MakePassphraseAsync(VaultRig.Session("officer-1")));
        rig.Start();
        Assert.Equal(OpenAnswer.NotDone, await rig.Desk.OpenAsync(VaultRig.Session("officer-1"), passphrase));
        Assert.Null(await rig.Desk.MakePassphraseAsync(VaultRig.Supervisor));
        for (var i = 0; i < 5; i++)
            Assert.Equal(OpenAnswer.Wrong, await rig.Desk.OpenAsync(VaultRig.Supervisor, Passphrase.New().Reveal()));
        Assert.Equal(OpenAnswer.TooMany, await rig.Desk.OpenAsync(VaultRig.Supervisor, passphrase));
        Assert.Equal(5, rig.Acts().Count(a => a.Kind is OfficerActKind.ListOpenRefused));
        rig.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(OpenAnswer.Opened, await rig.Desk.OpenAsync(VaultRig.Supervisor, passphrase));
    }

    [Fact]
    public async Task A_list_that_was_carried_here_counts_and_lasts_as_long_as_one_that_came_over_the_road()
    {
        await using var rig = new VaultRig();
        rig.Keeper.Take(rig.Orders());
        rig.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(0, rig.Hits());
        var file = Carried(rig.Orders());
        rig.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(CarriedAnswer.NotDone, await rig.Desk.CarryAsync(VaultRig.Session("officer-1"), file));
        Assert.Equal(CarriedAnswer.Taken, await rig.Desk.CarryAsync(VaultRig.Supervisor, file));
        Assert.Equal(1, rig.Hits());
        Assert.Equal(CarriedAnswer.Older, await rig.Desk.CarryAsync(VaultRig.Supervisor, file));
        rig.Clock.Advance(TimeSpan.FromHours(22));
        Assert.Equal(1, rig.Hits());
        rig.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, rig.Hits());
    }

    [Fact]
    public async Task A_carried_list_outlives_a_restart_that_the_passphrase_ends()
    {
        await using var rig = new VaultRig();
        rig.Keeper.Take(rig.Orders() with { Entries = [] });
        var passphrase = (await rig.Desk.MakePassphraseAsync(VaultRig.Supervisor))!.Reveal();
        rig.Start();
        // Opened without the center, the gate knows the center's key from its own disk.
        await rig.Desk.OpenAsync(VaultRig.Supervisor, passphrase);
        rig.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(CarriedAnswer.Taken, await rig.Desk.CarryAsync(VaultRig.Supervisor, Carried(rig.Orders())));
        rig.Start();
        await rig.Desk.OpenAsync(VaultRig.Supervisor, passphrase);
        rig.Matcher.AttestTime();
        Assert.Equal(1, rig.Hits());
    }

    [Fact]
    public async Task A_carried_list_that_nobody_approved_is_compared_with_nothing()
    {
        await using var rig = new VaultRig();
        rig.Keeper.Take(rig.Orders() with { Entries = [] });
        rig.Clock.Advance(TimeSpan.FromMinutes(1));
        var forged = rig.Orders();
        // Whoever has the center's machine has its key, and no passkey of an approver.
        forged = forged with { Entries = [forged.Entries[0] with { Plate = new("7-777") }] };
        Assert.Equal(CarriedAnswer.Taken, await rig.Desk.CarryAsync(VaultRig.Supervisor, Carried(forged)));
        Assert.Null(rig.Matcher.Find(forged.Entries[0].Id));
    }

    [Fact]
    public async Task Files_that_are_no_list_of_this_gate_are_refused()
    {
        await using var rig = new VaultRig();
        rig.Keeper.Take(rig.Orders());
        rig.Clock.Advance(TimeSpan.FromMinutes(1));
        var good = Carried(rig.Orders());
        byte[][] bad = [[], "a text"u8.ToArray(), good[..^1], [.. good, 0], Carried(rig.Orders(), gate: "south"), Carried(rig.Orders(), fill: 9)];
        foreach (var file in bad)
            Assert.Equal(CarriedAnswer.NotReadable, await rig.Desk.CarryAsync(VaultRig.Supervisor, file));
        var tomorrow = rig.Orders() with { IssuedAt = rig.Clock.GetUtcNow().AddHours(1) };
        Assert.Equal(CarriedAnswer.ClockBehind, await rig.Desk.CarryAsync(VaultRig.Supervisor, Carried(tomorrow)));
        Assert.Equal(CarriedAnswer.Taken, await rig.Desk.CarryAsync(VaultRig.Supervisor, good));
    }

    private static byte[] Carried(GateOrders orders, string gate = "north", byte fill = 7)
    {
        using var key = SealingKey.From(Convert.FromBase64String(VaultRig.Key(fill).Base64), PackedOrders.CarriedPurpose);
        return key.Seal(PackedOrders.Pack(orders), PackedOrders.CarriedTo(GateId.Parse(gate)));
    }
}
