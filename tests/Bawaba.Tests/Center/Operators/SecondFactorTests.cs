using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts.SignIn;

namespace Bawaba.Tests.Center.Operators;

public sealed class SecondFactorTests
{
    private const string Password = "correct horse battery";
    private const string Address = "192.0.2.1";

    [Fact]
    public async Task Who_sees_plates_signs_in_with_a_second_factor_and_each_code_works_once()
    {
        await using var rig = await CenterRig.StartAsync();
        var desk = await PersonAsync(rig, Role.Operator);
        var shown = Assert.IsType<SignInResult.SecondFactorNeeded>(await SignInAsync(rig, desk, null));
        // Who could not scan it sees the same again.
        Assert.Equal(shown.Secret, Assert.IsType<SignInResult.SecondFactorNeeded>(await SignInAsync(rig, desk, "")).Secret);
        Assert.Contains(shown.Secret, shown.Uri, StringComparison.Ordinal);
        var code = SecondFactor.CodeOf(shown.Secret, rig.Now);
        Assert.IsType<SignInResult.SignedIn>(await SignInAsync(rig, desk, code));
        Assert.IsType<SignInResult.Refused>(await SignInAsync(rig, desk, code));
        // Once it was used it is shown no more, and nothing goes without it.
        Assert.IsType<SignInResult.Refused>(await SignInAsync(rig, desk, null));
        rig.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.IsType<SignInResult.SignedIn>(await SignInAsync(rig, desk, SecondFactor.CodeOf(shown.Secret, rig.Now)));
    }

    [Theory]
    [InlineData("000000")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("abcdef")]
    [InlineData("٠٠٠٠٠٠")]
    public async Task A_wrong_code_is_refused_like_a_wrong_password(string code)
    {
        await using var rig = await CenterRig.StartAsync();
        var desk = await PersonAsync(rig, Role.Supervisor);
        await SignInAsync(rig, desk, null);
        Assert.IsType<SignInResult.Refused>(await SignInAsync(rig, desk, code));
        Assert.Equal("SignInRefused", (await rig.ActsAsync())[^1]);
    }

    [Fact]
    public async Task A_code_of_a_minute_ago_or_ahead_is_refused()
    {
        await using var rig = await CenterRig.StartAsync();
        var desk = await PersonAsync(rig, Role.Auditor);
        var secret = Assert.IsType<SignInResult.SecondFactorNeeded>(await SignInAsync(rig, desk, null)).Secret;
        foreach (var seconds in new[] { -60, 60 })
            Assert.IsType<SignInResult.Refused>(await SignInAsync(rig, desk, SecondFactor.CodeOf(secret, rig.Now.AddSeconds(seconds))));
    }

    [Fact]
    public async Task Guessing_codes_behind_a_known_password_locks_the_name()
    {
        await using var rig = await CenterRig.StartAsync();
        var desk = await PersonAsync(rig, Role.Operator);
        await SignInAsync(rig, desk, null);
        for (var i = 0; i < SignInThrottle.FailuresPerName; i++)
            await SignInAsync(rig, desk, "000000");
        Assert.IsType<SignInResult.LockedOut>(await SignInAsync(rig, desk, "000000"));
    }

    [Fact]
    public async Task Who_sees_no_plate_needs_none()
    {
        await using var rig = await CenterRig.StartAsync();
        Assert.IsType<SignInResult.SignedIn>(await SignInAsync(rig, await PersonAsync(rig, Role.Administrator), null));
        Assert.Equal(
            [Role.Administrator, Role.Investigator, Role.Technician, Role.MediaOfficer, Role.MinistrySupervisor],
            Enum.GetValues<Role>().Where(role => !SecondFactor.IsNeededBy(role)));
    }

    private static Task<SignInResult> SignInAsync(CenterRig rig, SignInDesk desk, string? code) =>
        desk.SignInAsync("amina", Password, code, Address, rig.Cancellation);

    private static async Task<SignInDesk> PersonAsync(CenterRig rig, Role role)
    {
        var account = new Account { Id = AccountId.Mint(rig.Time), UserName = "amina", DisplayName = "Amina", Role = role, CreatedAt = rig.Now };
        var hash = await rig.Get<PasswordHash>().CreateAsync(Password, rig.Cancellation);
        await rig.Get<CenterStore>().WriteAsync(c => OperatorSql.InsertAccount(c, account, hash), rig.Cancellation);
        return rig.Get<SignInDesk>();
    }
}
