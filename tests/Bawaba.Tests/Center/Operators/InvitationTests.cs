using Bawaba.Center.Operators;

namespace Bawaba.Tests.Center.Operators;

public sealed class InvitationTests
{
    private const string Password = "correct horse battery";

    [Fact]
    public async Task The_first_link_makes_one_administrator_and_works_once()
    {
        await using var rig = await CenterRig.StartAsync();
        var desk = rig.Get<InvitationDesk>();
        var token = (await desk.InviteFirstAdministratorAsync(rig.Cancellation))!;
        var accepted = Assert.IsType<AcceptResult.Accepted>(await AcceptAsync(rig, token));
        Assert.Equal(Role.Administrator, accepted.Account.Role);
        Assert.IsType<AcceptResult.LinkInvalid>(await AcceptAsync(rig, token));
        Assert.Null(await desk.InviteFirstAdministratorAsync(rig.Cancellation));
    }

    [Fact]
    public async Task A_link_dies_after_a_day_and_when_a_newer_one_is_made()
    {
        await using var rig = await CenterRig.StartAsync();
        var desk = rig.Get<InvitationDesk>();
        var older = (await desk.InviteFirstAdministratorAsync(rig.Cancellation))!;
        var newer = (await desk.InviteFirstAdministratorAsync(rig.Cancellation))!;
        Assert.Null(await desk.FindAsync(older, rig.Cancellation));
        Assert.NotNull(await desk.FindAsync(newer, rig.Cancellation));
        rig.Time.Advance(TimeSpan.FromHours(24));
        Assert.IsType<AcceptResult.LinkInvalid>(await AcceptAsync(rig, newer));
    }

    [Fact]
    public async Task A_name_or_password_that_will_not_do_leaves_the_link_usable()
    {
        await using var rig = await CenterRig.StartAsync();
        var token = (await rig.Get<InvitationDesk>().InviteFirstAdministratorAsync(rig.Cancellation))!;
        Assert.IsType<AcceptResult.PasswordUnfit>(await AcceptAsync(rig, token, password: "short"));
        Assert.IsType<AcceptResult.NameInvalid>(await AcceptAsync(rig, token, name: "x"));
        Assert.IsType<AcceptResult.Accepted>(await AcceptAsync(rig, token));
    }

    [Fact]
    public async Task Only_an_administrator_invites_and_a_name_belongs_to_one_person()
    {
        await using var rig = await CenterRig.StartAsync();
        var desk = rig.Get<InvitationDesk>();
        var admin = await rig.SignedInAsync(Role.Administrator);
        Assert.IsType<InviteResult.NotAllowed>(await desk.InviteAsync(await rig.SignedInAsync(Role.Supervisor), "omar", Role.Operator, rig.Cancellation));
        var invited = Assert.IsType<InviteResult.Invited>(await desk.InviteAsync(admin, "omar", Role.Operator, rig.Cancellation));
        var accepted = Assert.IsType<AcceptResult.Accepted>(await AcceptAsync(rig, invited.Token, name: "somebody-else"));
        Assert.Equal(("omar", Role.Operator), (accepted.Account.UserName, accepted.Account.Role));
        Assert.IsType<InviteResult.NameTaken>(await desk.InviteAsync(admin, "omar", Role.Operator, rig.Cancellation));
        Assert.IsType<InviteResult.NameInvalid>(await desk.InviteAsync(admin, "o'mar", Role.Operator, rig.Cancellation));
    }

    [Fact]
    public async Task Demo_accounts_are_one_a_role_with_different_passwords_and_are_made_once()
    {
        await using var rig = await CenterRig.StartAsync();
        var made = (await rig.Get<DemoAccounts>().CreateAsync(_ => { }, rig.Cancellation))!;
        Assert.Equal(Enum.GetValues<Role>(), made.Select(a => a.Role).Distinct().Order());
        Assert.Equal(2, made.Count(a => a.Role == Role.Operator));
        Assert.Equal(made.Count, made.Select(a => a.Password).Distinct(StringComparer.Ordinal).Count());
        Assert.Null(await rig.Get<DemoAccounts>().CreateAsync(_ => { }, rig.Cancellation));
        var operator1 = made.First(a => a.Role == Role.Operator);
        Assert.IsType<SignInResult.SignedIn>(
            await rig.Get<SignInDesk>().SignInAsync(operator1.UserName, operator1.Password, await Codes.NextAsync(operator1.SecondFactor!, rig.Time), "192.0.2.1", rig.Cancellation));
    }

    [Fact]
    public async Task Demo_accounts_whose_passwords_cannot_be_written_down_are_not_made()
    {
        await using var rig = await CenterRig.StartAsync();
        var desk = rig.Get<DemoAccounts>();
        await Assert.ThrowsAsync<IOException>(() => desk.CreateAsync(_ => throw new IOException("no space"), rig.Cancellation));
        Assert.NotNull(await desk.CreateAsync(_ => { }, rig.Cancellation));
    }

    [Fact]
    public async Task Closing_an_account_ends_its_sessions_but_not_the_auditors_nor_ones_own()
    {
        await using var rig = await CenterRig.StartAsync();
        var desk = rig.Get<AccountDesk>();
        var admin = await rig.SignedInAsync(Role.Administrator);
        var worker = await rig.SignedInAsync(Role.Operator);
        var auditor = await rig.SignedInAsync(Role.Auditor);
        Assert.IsType<Reading<Account>.NotAllowed>(await desk.CloseAsync(admin, auditor.Account, rig.Cancellation));
        Assert.IsType<Reading<Account>.NotAllowed>(await desk.CloseAsync(admin, admin.Account, rig.Cancellation));
        Assert.IsType<Reading<Account>.NotAllowed>(await desk.CloseAsync(worker, auditor.Account, rig.Cancellation));
        Assert.IsType<Reading<Account>.Granted>(await desk.CloseAsync(admin, worker.Account, rig.Cancellation));
        Assert.False(await rig.Get<SessionGuard>().StandsAsync(worker, rig.Cancellation));
    }

    [Fact]
    public async Task Ones_own_sessions_can_be_seen_and_ended_and_nobody_elses()
    {
        await using var rig = await CenterRig.StartAsync();
        var desk = rig.Get<AccountDesk>();
        var (one, other) = (await rig.SignedInAsync(Role.Operator), await rig.SignedInAsync(Role.Operator));
        Assert.Single(Assert.IsType<Reading<IReadOnlyList<Session>>.Granted>(await desk.SessionsAsync(one, one.Account, rig.Cancellation)).Value);
        Assert.IsType<Reading<IReadOnlyList<Session>>.NotAllowed>(await desk.SessionsAsync(one, other.Account, rig.Cancellation));
        Assert.IsType<Reading<Session>.NotAllowed>(await desk.EndSessionAsync(one, other.Session, rig.Cancellation));
        Assert.IsType<Reading<Session>.Granted>(await desk.EndSessionAsync(one, one.Session, rig.Cancellation));
        Assert.False(await rig.Get<SessionGuard>().StandsAsync(one, rig.Cancellation));
    }

    private static Task<AcceptResult> AcceptAsync(CenterRig rig, string token, string name = "amina", string password = Password) =>
        rig.Get<InvitationDesk>().AcceptAsync(token, name, "Amina", password, "192.0.2.1", rig.Cancellation);
}
