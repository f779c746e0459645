using Bawaba.Center;
using Bawaba.Center.Audit;
using Bawaba.Center.Operators;
using Bawaba.Center.Storage;
using Bawaba.Contracts.Enrolment;
using Bawaba.Contracts.SignIn;

namespace Bawaba.Tests.Center.Operators;

/// <summary>A store that is copied without its key shows no second factor, and nobody gets round the seal by editing a row or losing the key.</summary>
public sealed class SecretSealTests
{
    private const string Password = "correct horse battery";
    private const string Seed = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    [Fact]
    public async Task What_a_person_is_shown_is_in_no_file_of_the_store_and_signs_them_in()
    {
        await using var rig = await CenterRig.StartAsync();
        await PersonAsync(rig, "amina");
        var secret = Assert.IsType<SignInResult.SecondFactorNeeded>(await SignInAsync(rig, "amina", null)).Secret;
        Assert.False(await rig.HoldsAsync(secret));
        Assert.IsType<SignInResult.SignedIn>(await SignInAsync(rig, "amina", SecondFactor.CodeOf(secret, rig.Now)));
        await rig.RestartAsync();
        rig.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.IsType<SignInResult.SignedIn>(await SignInAsync(rig, "amina", SecondFactor.CodeOf(secret, rig.Now)));
    }

    [Fact]
    public async Task The_key_is_a_file_of_its_own_that_its_owner_alone_reads_and_is_in_no_row()
    {
        await using var rig = await CenterRig.StartAsync();
        await PersonAsync(rig, "amina");
        await SignInAsync(rig, "amina", null);
        var key = (await File.ReadAllTextAsync(KeyPath(rig), rig.Cancellation)).Trim();
        Assert.Equal(64, key.Length);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyPath(rig)));
        File.Delete(KeyPath(rig));
        Assert.False(await rig.HoldsAsync(key));
        Assert.False(await rig.HoldsAsync(Convert.ToBase64String(Convert.FromHexString(key))[..^1]));
    }

    [Fact]
    public async Task What_stood_in_clear_is_sealed_at_the_first_start_and_goes_on_working()
    {
        await using var rig = await CenterRig.StartAsync();
        var id = await PersonAsync(rig, "amina");
        // As a center of before left it: a seed in clear, and no key anywhere.
        await RunAsync(rig, $"UPDATE account SET code_secret = '{Seed}', code_step = 1");
        await RunAsync(rig, "DELETE FROM seal_key");
        File.Delete(KeyPath(rig));
        await rig.RestartAsync();
        Assert.False(await rig.HoldsAsync(Seed));
        Assert.StartsWith("s1:", await StoredAsync(rig, id), StringComparison.Ordinal);
        Assert.Contains(nameof(AuditAct.SecondFactorsSealed), await rig.ActsAsync());
        Assert.IsType<SignInResult.SignedIn>(await SignInAsync(rig, "amina", SecondFactor.CodeOf(Seed, rig.Now)));
    }

    [Fact]
    public async Task A_seed_that_somebody_writes_into_a_row_afterwards_is_believed_neither_now_nor_after_a_start()
    {
        await using var rig = await CenterRig.StartAsync();
        await PersonAsync(rig, "amina");
        await SignInAsync(rig, "amina", null);
        await RunAsync(rig, $"UPDATE account SET code_secret = '{Seed}', code_step = 1");
        for (var starts = 0; starts < 2; starts++)
        {
            Assert.IsType<SignInResult.Refused>(await SignInAsync(rig, "amina", SecondFactor.CodeOf(Seed, rig.Now)));
            Assert.IsType<SignInResult.Refused>(await SignInAsync(rig, "amina", null));
            Assert.Equal("SignInRefused", (await rig.ActsAsync())[^1]);
            await rig.RestartAsync();
        }
    }

    [Fact]
    public async Task One_persons_sealed_second_factor_does_not_serve_another()
    {
        await using var rig = await CenterRig.StartAsync();
        var (mine, hers) = (await PersonAsync(rig, "omar"), await PersonAsync(rig, "amina"));
        var secret = Assert.IsType<SignInResult.SecondFactorNeeded>(await SignInAsync(rig, "omar", null)).Secret;
        await RunAsync(rig, $"UPDATE account SET code_secret = '{await StoredAsync(rig, mine)}', code_step = 1 WHERE id = '{hers}'");
        Assert.IsType<SignInResult.Refused>(await SignInAsync(rig, "amina", SecondFactor.CodeOf(secret, rig.Now)));
        Assert.IsType<SignInResult.SignedIn>(await SignInAsync(rig, "omar", SecondFactor.CodeOf(secret, rig.Now)));
    }

    [Theory]
    [InlineData("missing", "is not there")]
    [InlineData("another", "another key")]
    [InlineData("no key at all", "holds no key")]
    [InlineData("open to others", "chmod 600")]
    public async Task Without_its_key_a_store_with_sealed_second_factors_is_not_started_and_no_new_one_is_made(string what, string says)
    {
        await using var rig = await CenterRig.StartAsync();
        var id = await PersonAsync(rig, "amina");
        await SignInAsync(rig, "amina", null);
        var (key, before) = (await File.ReadAllTextAsync(KeyPath(rig), rig.Cancellation), await StoredAsync(rig, id));
        switch (what)
        {
            case "missing":
                File.Delete(KeyPath(rig));
                break;
            case "open to others":
                if (!OperatingSystem.IsWindows())
                    File.SetUnixFileMode(KeyPath(rig), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
                break;
            default:
                await File.WriteAllTextAsync(KeyPath(rig), what == "another" ? new string('0', 64) : what, rig.Cancellation);
                break;
        }
        var refused = await Assert.ThrowsAsync<StoreUnfitException>(rig.RestartAsync);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.Contains(KeyPath(rig), refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(key.Trim(), refused.Message, StringComparison.Ordinal);
        if (what == "missing")
            Assert.False(File.Exists(KeyPath(rig)));
        if (what is "missing" or "another")
            Assert.Contains("--forget-second-factors", refused.Message, StringComparison.Ordinal);
        // The file comes back, and all is as it was.
        File.Delete(KeyPath(rig));
        await File.WriteAllTextAsync(KeyPath(rig), key, rig.Cancellation);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(KeyPath(rig), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await rig.RestartAsync();
        Assert.Equal(before, await StoredAsync(rig, id));
    }

    [Fact]
    public async Task Where_the_key_is_lost_second_factors_are_forgotten_by_name_and_who_had_one_approves_nothing_for_a_day()
    {
        await using var rig = await CenterRig.StartAsync();
        var id = await PersonAsync(rig, "amina");
        var secret = Assert.IsType<SignInResult.SecondFactorNeeded>(await SignInAsync(rig, "amina", null)).Secret;
        Assert.IsType<SignInResult.SignedIn>(await SignInAsync(rig, "amina", SecondFactor.CodeOf(secret, rig.Now)));
        File.Delete(KeyPath(rig));
        await Assert.ThrowsAsync<StoreUnfitException>(rig.RestartAsync);
        Assert.Equal(1, CenterSchema.ForgetSecondFactors(rig.DataFolder, rig.Store, rig.Time));
        await rig.RestartAsync();
        Assert.Contains(nameof(AuditAct.SecondFactorsForgotten), await rig.ActsAsync());
        Assert.Equal(0, await rig.Get<CenterStore>().ReadAsync(c => c.First("SELECT count(*) FROM session WHERE ended_at IS NULL", r => r.GetInt64(0)), rig.Cancellation));
        Assert.Equal(rig.Now, (await rig.Get<CenterStore>().ReadAsync(c => OperatorSql.Account(c, id), rig.Cancellation))!.RecoveredAt);
        Assert.NotEqual(secret, Assert.IsType<SignInResult.SecondFactorNeeded>(await SignInAsync(rig, "amina", null)).Secret);
    }

    [Fact]
    public async Task A_store_without_any_second_factor_takes_another_key_unless_another_center_may_have_it_in_use()
    {
        await using var rig = await CenterRig.StartAsync();
        var key = await File.ReadAllTextAsync(KeyPath(rig), rig.Cancellation);
        File.Delete(KeyPath(rig));
        if (rig.Store is not null)
        {
            await Assert.ThrowsAsync<StoreUnfitException>(rig.RestartAsync);
            PrivateFile.Write(KeyPath(rig), key);
        }
        await rig.RestartAsync();
        await PersonAsync(rig, "amina");
        Assert.IsType<SignInResult.SecondFactorNeeded>(await SignInAsync(rig, "amina", null));
    }

    private static string KeyPath(CenterRig rig) => Path.Combine(rig.DataFolder, SecretSeal.FileName);

    private static Task RunAsync(CenterRig rig, string sql) => rig.Get<CenterStore>().WriteAsync(c => c.Run(sql), rig.Cancellation);

    private static Task<string> StoredAsync(CenterRig rig, AccountId id) => rig.Get<CenterStore>().ReadAsync(
        c => c.First("SELECT code_secret FROM account WHERE id = @id", r => r.GetString(0), ("@id", id.ToString()))!, rig.Cancellation);

    private static Task<SignInResult> SignInAsync(CenterRig rig, string name, string? code) =>
        rig.Get<SignInDesk>().SignInAsync(name, Password, code, "192.0.2.1", rig.Cancellation);

    private static async Task<AccountId> PersonAsync(CenterRig rig, string name)
    {
        var account = new Account { Id = AccountId.Mint(rig.Time), UserName = name, DisplayName = name, Role = Role.Operator, CreatedAt = rig.Now };
        var hash = await rig.Get<PasswordHash>().CreateAsync(Password, rig.Cancellation);
        await rig.Get<CenterStore>().WriteAsync(c => OperatorSql.InsertAccount(c, account, hash), rig.Cancellation);
        return account.Id;
    }
}
