using Bawaba.Center.Officers;
using Bawaba.Center.Operators;
using Bawaba.Contracts;

namespace Bawaba.Tests.Center.Officers;

public sealed class OfficerDeskTests
{
    private const string Password = "a password for the gate";

    [Fact]
    public async Task A_gate_gets_the_officers_posted_there_who_set_a_password_and_no_other_gate_does()
    {
        await using var rig = await CenterRig.StartAsync();
        var (officer, _) = await PostedAsync(rig);
        Assert.Empty(await OfficersAsync(rig, A.North));
        Assert.IsType<GatePasswordResult.Done>(await rig.Get<OfficerDesk>().SetPasswordAsync(officer, A.North, Password, rig.Cancellation));
        var sent = Assert.Single(await OfficersAsync(rig, A.North));
        Assert.Equal((officer.Account.ToString(), officer.UserName), (sent.Account, sent.UserName));
        Assert.StartsWith("$argon2id$", sent.PasswordHash, StringComparison.Ordinal);
        Assert.DoesNotContain("argon2id", sent.ToString(), StringComparison.Ordinal);
        Assert.Empty(await OfficersAsync(rig, GateId.Parse("south")));
    }

    [Fact]
    public async Task Whoever_is_removed_or_whose_account_is_closed_is_gone_from_the_next_orders()
    {
        await using var rig = await CenterRig.StartAsync();
        var desk = rig.Get<OfficerDesk>();
        var (first, administrator) = await PostedAsync(rig);
        await desk.SetPasswordAsync(first, A.North, Password, rig.Cancellation);
        Assert.IsType<Reading<Account>.Granted>(await desk.EndAsync(administrator, first.Account, A.North, rig.Cancellation));
        Assert.Empty(await OfficersAsync(rig, A.North));
        // Posted anew, the old password is gone.
        await desk.PostAsync(administrator, first.Account, A.North, rig.Cancellation);
        Assert.Empty(await OfficersAsync(rig, A.North));
        await desk.SetPasswordAsync(first, A.North, Password, rig.Cancellation);
        Assert.Single(await OfficersAsync(rig, A.North));
        await rig.Get<AccountDesk>().CloseAsync(administrator, first.Account, rig.Cancellation);
        Assert.Empty(await OfficersAsync(rig, A.North));
    }

    [Fact]
    public async Task Only_an_administrator_posts_only_officers_are_posted_and_only_they_set_their_password()
    {
        await using var rig = await CenterRig.StartAsync();
        var desk = rig.Get<OfficerDesk>();
        var (officer, administrator) = await PostedAsync(rig);
        var supervisor = await rig.SignedInAsync(Role.Supervisor);
        Assert.IsType<Reading<Account>.NotAllowed>(await desk.PostAsync(supervisor, officer.Account, A.North, rig.Cancellation));
        Assert.IsType<Reading<Account>.NotFound>(await desk.PostAsync(administrator, (await rig.SignedInAsync(Role.Operator)).Account, A.North, rig.Cancellation));
        Assert.IsType<Reading<Account>.NotFound>(await desk.PostAsync(administrator, officer.Account, GateId.Parse("nowhere"), rig.Cancellation));
        Assert.IsType<GatePasswordResult.NotAllowed>(await desk.SetPasswordAsync(administrator, A.North, Password, rig.Cancellation));
        Assert.IsType<GatePasswordResult.NotAllowed>(await desk.SetPasswordAsync(officer, GateId.Parse("south"), Password, rig.Cancellation));
        Assert.IsType<GatePasswordResult.Unfit>(await desk.SetPasswordAsync(officer, A.North, "short", rig.Cancellation));
    }

    [Fact]
    public async Task The_rooms_own_password_is_refused_for_a_gate()
    {
        await using var rig = await CenterRig.StartAsync();
        var administrator = await rig.SignedInAsync(Role.Administrator);
        var invited = Assert.IsType<InviteResult.Invited>(await rig.Get<InvitationDesk>().InviteAsync(administrator, "salem", Role.GateOfficer, rig.Cancellation));
        var accepted = Assert.IsType<AcceptResult.Accepted>(await rig.Get<InvitationDesk>().AcceptAsync(invited.Token, "", "Salem", Password, "", rig.Cancellation));
        var officer = await rig.SessionOfAsync(accepted.Account);
        await rig.Get<OfficerDesk>().PostAsync(administrator, officer.Account, A.North, rig.Cancellation);
        Assert.IsType<GatePasswordResult.SameAsRoom>(await rig.Get<OfficerDesk>().SetPasswordAsync(officer, A.North, Password, rig.Cancellation));
        Assert.IsType<GatePasswordResult.Done>(await rig.Get<OfficerDesk>().SetPasswordAsync(officer, A.North, Password + "!", rig.Cancellation));
    }

    private static async Task<(Actor Officer, Actor Administrator)> PostedAsync(CenterRig rig)
    {
        var (administrator, officer) = (await rig.SignedInAsync(Role.Administrator), await rig.SignedInAsync(Role.GateOfficer));
        Assert.IsType<Reading<Account>.Granted>(await rig.Get<OfficerDesk>().PostAsync(administrator, officer.Account, A.North, rig.Cancellation));
        return (officer, administrator);
    }

    private static async Task<IReadOnlyList<Bawaba.Contracts.Officers.GateOfficer>> OfficersAsync(CenterRig rig, GateId gate) =>
        (await rig.Get<ICenterLink>().GetOrdersAsync(gate, rig.Cancellation)).Officers;
}
