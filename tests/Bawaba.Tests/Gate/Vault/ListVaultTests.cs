using System.Text;
using Bawaba.Gate.Vault;
using Bawaba.Proof.Sealing;

namespace Bawaba.Tests.Gate.Vault;

public sealed class ListVaultTests
{
    private static readonly byte[] Secret = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public async Task The_list_on_the_disk_cannot_be_read_and_the_search_finds_it_where_it_is_in_clear()
    {
        await using var rig = new VaultRig();
        rig.Keeper.Take(rig.Orders());
        Assert.Equal(1, rig.Hits());
        Assert.True(new FileInfo(Path.Combine(rig.Folder, ListVault.ListName)).Length > 500);
        Assert.Empty(FilesWith(rig.Folder, VaultRig.Plate));
        Assert.Empty(FilesWith(rig.Folder, Convert.ToBase64String(Convert.FromBase64String(VaultRig.Key().Base64))));
        // The same bytes opened: what a copied disk would say without the seal.
        await File.WriteAllBytesAsync(Path.Combine(rig.Folder, "clear"), Unpacked(rig), TestContext.Current.CancellationToken);
        Assert.Equal(["clear"], FilesWith(rig.Folder, VaultRig.Plate));
    }

    [Fact]
    public async Task A_gate_that_starts_cut_off_has_no_key_and_compares_nothing()
    {
        await using var rig = new VaultRig();
        rig.Keeper.Take(rig.Orders());
        rig.Start();
        Assert.Equal(VaultState.Locked, rig.Vault.State);
        Assert.Null(rig.Matcher.ListIssuedAt);
        Assert.Equal(0, rig.Hits());
    }

    [Fact]
    public async Task The_centers_key_opens_what_was_kept_and_a_passphrase_goes_on_working()
    {
        await using var rig = new VaultRig();
        rig.Keeper.Take(rig.Orders());
        var passphrase = rig.Keeper.MakePassphrase()!;
        rig.Start();
        rig.Keeper.Take(rig.Orders());
        Assert.Equal(VaultState.Open, rig.Vault.State);
        Assert.True(rig.Vault.HasPassphrase);
        rig.Start();
        Assert.True(rig.Keeper.Open(passphrase));
        Assert.NotNull(rig.Matcher.ListIssuedAt);
    }

    [Fact]
    public async Task A_passphrase_opens_the_list_but_does_not_make_the_time_trusted()
    {
        await using var rig = new VaultRig();
        rig.Keeper.Take(rig.Orders());
        var passphrase = rig.Keeper.MakePassphrase()!;
        rig.Start();
        Assert.False(rig.Keeper.Open(Passphrase.New()));
        Assert.Equal(VaultState.Locked, rig.Vault.State);
        Assert.True(rig.Keeper.Open(Passphrase.Read(passphrase.Reveal())!));
        Assert.Equal(0, rig.Hits());
        rig.Matcher.AttestTime();
        Assert.Equal(1, rig.Hits());
    }

    [Fact]
    public async Task A_secret_of_the_machine_opens_the_list_at_the_start_and_another_machines_does_not()
    {
        await using var rig = new VaultRig(Secret);
        rig.Keeper.Take(rig.Orders());
        rig.Start([.. Secret.Reverse()]);
        Assert.Equal(VaultState.Locked, rig.Vault.State);
        rig.Start(Secret);
        Assert.Equal(VaultState.Open, rig.Vault.State);
        rig.Matcher.AttestTime();
        Assert.Equal(1, rig.Hits());
    }

    [Fact]
    public async Task A_kept_list_is_as_old_as_the_centers_last_word_and_ends_with_its_day()
    {
        await using var rig = new VaultRig(Secret);
        var orders = rig.Orders();
        rig.Keeper.Take(orders);
        // Confirmed for ten hours more without a change.
        for (var minutes = 0; minutes < 600; minutes += 3)
        {
            rig.Clock.Advance(TimeSpan.FromMinutes(3));
            rig.Keeper.Take(orders with { IssuedAt = rig.Clock.GetUtcNow() });
        }
        var confirmedAt = rig.Clock.GetUtcNow();
        rig.Start(Secret, confirmedAt.AddHours(23));
        rig.Matcher.AttestTime();
        Assert.InRange(rig.Matcher.ListIssuedAt!.Value, confirmedAt.AddMinutes(-3), confirmedAt);
        Assert.Equal(1, rig.Hits());
        rig.Clock.Advance(TimeSpan.FromHours(1.1));
        Assert.Equal(0, rig.Hits());
        Assert.True(rig.Matcher.ListIsStale);
    }

    [Fact]
    public async Task An_entry_that_was_taken_off_is_not_in_the_kept_list_either()
    {
        await using var rig = new VaultRig(Secret);
        var orders = rig.Orders();
        rig.Keeper.Take(orders);
        rig.Keeper.Take(orders with { Version = orders.Version + 1, Entries = [], Removed = [orders.Entries[0].Id] });
        rig.Start(Secret);
        rig.Matcher.AttestTime();
        Assert.NotNull(rig.Matcher.ListIssuedAt);
        Assert.Equal(0, rig.Hits());
    }

    [Fact]
    public async Task What_was_changed_on_the_disk_or_comes_from_another_gate_opens_as_nothing()
    {
        await using var rig = new VaultRig(Secret);
        rig.Keeper.Take(rig.Orders());
        var path = Path.Combine(rig.Folder, ListVault.ListName);
        var sealedList = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        foreach (var damaged in (byte[][])[[], sealedList[..20], [.. sealedList[..^1], (byte)(sealedList[^1] ^ 1)], File.ReadAllBytes(Path.Combine(rig.Folder, ListVault.TimeName))])
        {
            await File.WriteAllBytesAsync(path, damaged, TestContext.Current.CancellationToken);
            rig.Start(Secret);
            Assert.Equal(VaultState.Open, rig.Vault.State);
            Assert.Null(rig.Matcher.ListIssuedAt);
        }
        await File.WriteAllBytesAsync(path, sealedList, TestContext.Current.CancellationToken);
        using var other = new ListVault(Bawaba.Contracts.GateId.Parse("south"), rig.Folder, Secret, rig.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
        Assert.Equal(VaultState.Locked, other.State);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"format":1,"ways":[],"centerKey":"x"}""")]
    [InlineData("""{"format":2,"ways":[],"centerKey":""}""")]
    [InlineData("""{"format":1,"ways":[{"kind":"passphrase","box":"AAAA","salt":"AAAA","cost":{"memoryKib":2147483647,"passes":1,"lanes":1}}],"centerKey":""}""")]
    public async Task A_damaged_lock_opens_nothing_and_the_centers_next_word_makes_another(string text)
    {
        await using var rig = new VaultRig();
        rig.Keeper.Take(rig.Orders());
        await File.WriteAllTextAsync(Path.Combine(rig.Folder, ListVault.LockName), text, TestContext.Current.CancellationToken);
        rig.Start();
        Assert.False(rig.Keeper.Open(Passphrase.New()));
        rig.Keeper.Take(rig.Orders());
        Assert.Equal((VaultState.Open, 1), (rig.Vault.State, rig.Hits()));
    }

    [Fact]
    public async Task Another_key_of_the_center_ends_what_was_sealed_before_it()
    {
        await using var rig = new VaultRig();
        rig.Keeper.Take(rig.Orders());
        var passphrase = rig.Keeper.MakePassphrase()!;
        var before = await File.ReadAllBytesAsync(Path.Combine(rig.Folder, ListVault.ListName), TestContext.Current.CancellationToken);
        rig.Start();
        rig.Keeper.Take(rig.Orders(VaultRig.Key(8)));
        Assert.False(rig.Vault.HasPassphrase);
        Assert.False(rig.Keeper.Open(passphrase));
        Assert.Equal(1, rig.Hits());
        await File.WriteAllBytesAsync(Path.Combine(rig.Folder, ListVault.ListName), before, TestContext.Current.CancellationToken);
        Assert.Null(rig.Vault.Read());
    }

    [Fact]
    public async Task A_disk_that_takes_nothing_stops_no_list()
    {
        await using var rig = new VaultRig();
        rig.Keeper.Take(rig.Orders());
        Directory.CreateDirectory(Path.Combine(rig.Folder, ListVault.ListName + ".new"));
        var next = rig.Orders() with { Entries = [] };
        rig.Keeper.Take(next);
        Assert.Equal(0, rig.Hits());
        Directory.Delete(Path.Combine(rig.Folder, ListVault.ListName + ".new"));
        rig.Keeper.Take(next with { IssuedAt = rig.Clock.GetUtcNow() });
        Assert.Empty(rig.Vault.Read()!.Entries);
    }

    [Fact]
    public async Task A_gate_without_the_centers_key_keeps_nothing()
    {
        await using var rig = new VaultRig(Secret);
        rig.Keeper.Take(rig.Orders() with { ListKey = null });
        Assert.Equal((VaultState.Empty, 1), (rig.Vault.State, rig.Hits()));
        Assert.Null(rig.Keeper.MakePassphrase());
        Assert.False(File.Exists(Path.Combine(rig.Folder, ListVault.ListName)));
    }

    private static byte[] Unpacked(VaultRig rig) => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(rig.Vault.Read(), Bawaba.Contracts.ContractsJson.Default.GateOrders!);

    private static IEnumerable<string> FilesWith(string folder, string text)
    {
        var wanted = new[] { Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text) };
        return [.. Directory.EnumerateFiles(folder).Where(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return wanted.Any(w => bytes.ToArray().AsSpan().IndexOf(w) >= 0);
        }).Select(f => Path.GetFileName(f)!)];
    }
}
