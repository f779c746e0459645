using Bawaba.Proof.Sealing;

namespace Bawaba.Tests.Proof.Sealing;

public sealed class SealingTests
{
    private static readonly PassphraseCost Cheap = new(64, 1, 1);

    [Fact]
    public void What_was_sealed_opens_with_its_key_and_its_word_and_with_no_other()
    {
        using var key = SealingKey.New();
        using var other = SealingKey.New();
        var box = key.Seal("a list"u8, "north");
        Assert.Equal("a list"u8.ToArray(), key.Open(box, "north"));
        Assert.Null(key.Open(box, "south"));
        Assert.Null(other.Open(box, "north"));
        Assert.Null(key.For("another purpose").Open(box, "north"));
        for (var i = 0; i < box.Length; i++)
        {
            var changed = box.ToArray();
            changed[i] ^= 1;
            Assert.Null(key.Open(changed, "north"));
        }
        Assert.All(Enumerable.Range(0, box.Length), length => Assert.Null(key.Open(box.AsSpan(0, length), "north")));
    }

    [Fact]
    public void Sealing_twice_gives_two_boxes()
    {
        using var key = SealingKey.New();
        Assert.NotEqual(key.Seal("a"u8, "x"), key.Seal("a"u8, "x"));
    }

    [Fact]
    public void A_passphrase_reads_as_people_type_it_and_keys_follow_its_digits()
    {
        var passphrase = Passphrase.New();
        Assert.Matches(@"^\d{4}( \d{4}){5}$", passphrase.Reveal());
        var salt = Passphrase.NewSalt();
        using var key = passphrase.Key(salt, Cheap);
        var box = key.Seal("x"u8, "y");
        var eastern = string.Concat(passphrase.Reveal().Select(c => char.IsDigit(c) ? (char)('٠' + (c - '0')) : c));
        foreach (var typed in (string[])[passphrase.Reveal(), passphrase.Reveal().Replace(" ", "", StringComparison.Ordinal), $" {passphrase.Reveal().Replace(' ', '-')}\n", eastern])
        {
            using var again = Passphrase.Read(typed)!.Key(salt, Cheap);
            Assert.NotNull(again.Open(box, "y"));
        }
        using var salted = passphrase.Key(Passphrase.NewSalt(), Cheap);
        Assert.Null(salted.Open(box, "y"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000 0000 0000 0000 0000 000")]
    [InlineData("0000 0000 0000 0000 0000 0000 0")]
    [InlineData("0000 0000 0000 0000 0000 000x")]
    public void What_is_not_twenty_four_digits_is_no_passphrase(string? typed) => Assert.Null(Passphrase.Read(typed));

    [Fact]
    public void Keys_and_passphrases_are_in_no_text()
    {
        using var key = SealingKey.New();
        Assert.Equal("(sealing key)", $"{key}");
        Assert.Equal("(passphrase)", $"{Passphrase.New()}");
        Assert.DoesNotContain("AAAA", $"{new Bawaba.Contracts.Approvals.ListKey("AAAA")}", StringComparison.Ordinal);
    }
}
