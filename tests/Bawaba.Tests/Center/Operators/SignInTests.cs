using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts.SignIn;

namespace Bawaba.Tests.Center.Operators;

public sealed class SignInTests
{
    private const string Address = "192.0.2.7";
    private const string Password = "correct horse battery";

    [Fact]
    public async Task The_right_name_and_password_make_a_session_of_eight_hours()
    {
        await using var rig = await CenterRig.StartAsync();
        await InvitedAsync(rig);
        var result = await rig.Get<SignInDesk>().SignInAsync("amina", Password, null, Address, rig.Cancellation);
        var signedIn = Assert.IsType<SignInResult.SignedIn>(result);
        Assert.Equal(CenterRig.Start + TimeSpan.FromHours(8), signedIn.Session.ExpiresAt);
        Assert.NotNull(await rig.Get<SignInDesk>().FindAsync(signedIn.Token, rig.Cancellation));
        rig.Time.Advance(TimeSpan.FromHours(8));
        Assert.Null(await rig.Get<SignInDesk>().FindAsync(signedIn.Token, rig.Cancellation));
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_refused_alike()
    {
        await using var rig = await CenterRig.StartAsync();
        await InvitedAsync(rig);
        var desk = rig.Get<SignInDesk>();
        Assert.IsType<SignInResult.Refused>(await desk.SignInAsync("amina", "wrong wrong wrong", null, Address, rig.Cancellation));
        Assert.IsType<SignInResult.Refused>(await desk.SignInAsync("nobody", Password, null, Address, rig.Cancellation));
        Assert.IsType<SignInResult.Refused>(await desk.SignInAsync("", "", null, Address, rig.Cancellation));
        Assert.Equal(3, (await rig.ActsAsync()).Count(a => a == "SignInRefused"));
    }

    [Fact]
    public async Task Five_failures_lock_the_name_even_for_the_right_password_and_time_unlocks_it()
    {
        await using var rig = await CenterRig.StartAsync();
        await InvitedAsync(rig);
        var desk = rig.Get<SignInDesk>();
        for (var i = 0; i < SignInThrottle.FailuresPerName; i++)
            await desk.SignInAsync("amina", "wrong wrong wrong", null, $"192.0.2.{i}", rig.Cancellation);
        var locked = Assert.IsType<SignInResult.LockedOut>(await desk.SignInAsync("amina", Password, null, Address, rig.Cancellation));
        Assert.InRange(locked.RetryAfter, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(15));
        rig.Time.Advance(locked.RetryAfter);
        Assert.IsType<SignInResult.SignedIn>(await desk.SignInAsync("amina", Password, null, Address, rig.Cancellation));
    }

    [Fact]
    public void Many_names_from_one_address_lock_the_address()
    {
        var throttle = new SignInThrottle(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(CenterRig.Start));
        for (var i = 0; i < SignInThrottle.FailuresPerAddress; i++)
            Assert.Null(throttle.Begin($"name-{i}", Address));
        Assert.NotNull(throttle.Begin("another", Address));
        Assert.Null(throttle.Begin("another", "192.0.2.200"));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_at_once()
    {
        await using var rig = await CenterRig.StartAsync();
        var actor = await rig.SignedInAsync(Role.Operator);
        Assert.True(await rig.Get<SessionGuard>().AllowsAsync(actor, Permission.SeeAlerts, rig.Cancellation));
        await rig.Get<SignInDesk>().SignOutAsync(actor, rig.Cancellation);
        Assert.False(await rig.Get<SessionGuard>().AllowsAsync(actor, Permission.SeeAlerts, rig.Cancellation));
    }

    [Fact]
    public async Task Without_an_audit_log_nobody_signs_in()
    {
        await using var rig = await CenterRig.StartAsync();
        await InvitedAsync(rig);
        await rig.BreakAuditAsync();
        Assert.IsType<SignInResult.AuditUnavailable>(await rig.Get<SignInDesk>().SignInAsync("amina", Password, null, Address, rig.Cancellation));
        Assert.Equal(0, await CountAsync(rig, "session"));
    }

    [Fact]
    public async Task Neither_passwords_nor_tokens_are_in_the_store()
    {
        await using var rig = await CenterRig.StartAsync();
        await InvitedAsync(rig);
        var result = await rig.Get<SignInDesk>().SignInAsync("amina", Password, null, Address, rig.Cancellation);
        var token = Assert.IsType<SignInResult.SignedIn>(result).Token;
        Assert.False(await rig.HoldsAsync(Password) || await rig.HoldsAsync(token));
        Assert.True(await rig.HoldsAsync("amina"));
    }

    private static async Task InvitedAsync(CenterRig rig)
    {
        var link = await rig.Get<InvitationDesk>().InviteFirstAdministratorAsync(rig.Cancellation);
        var accepted = await rig.Get<InvitationDesk>().AcceptAsync(link!, "Amina", "Amina", Password, Address, rig.Cancellation);
        Assert.IsType<AcceptResult.Accepted>(accepted);
    }

    private static Task<long> CountAsync(CenterRig rig, string table) =>
        rig.Get<CenterStore>().ReadAsync(c => c.First($"SELECT count(*) FROM {table}", r => r.GetInt64(0)), rig.Cancellation);
}
