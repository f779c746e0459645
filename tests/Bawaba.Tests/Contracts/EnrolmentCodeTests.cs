using Bawaba.Contracts.Enrolment;

namespace Bawaba.Tests.Contracts;

public sealed class EnrolmentCodeTests
{
    private static readonly byte[] Authority = [1, 2, 3, 4];

    [Fact]
    public void A_code_is_read_as_it_was_written()
    {
        var code = EnrolmentCode.Mint(Authority);
        Assert.True(EnrolmentCode.TryParse(code.Reveal(), out var read));
        Assert.Equal(code.SecretHash, read.SecretHash);
        Assert.True(read.Names(Authority));
        Assert.False(read.Names([1, 2, 3, 5]));
    }

    [Fact]
    public void Case_spaces_hyphens_and_look_alikes_do_not_matter()
    {
        var code = EnrolmentCode.Mint(Authority);
        var typed = " " + code.Reveal().ToLowerInvariant().Replace('-', ' ').Replace('0', 'o').Replace('1', 'l') + "\n";
        Assert.True(EnrolmentCode.TryParse(typed, out var read));
        Assert.Equal(code.SecretHash, read.SecretHash);
    }

    [Fact]
    public void Every_single_mistyped_character_is_noticed()
    {
        var text = EnrolmentCode.Mint(Authority).Reveal();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '-')
                continue;
            var wrong = text[at] == 'Z' ? 'Y' : 'Z';
            // The last character's spare bits and the two check bytes: a slip may pass once in 65,536 times, never quietly for most.
            Assert.False(EnrolmentCode.TryParse($"{text[..at]}{wrong}{text[(at + 1)..]}", out _), $"character {at} of {text}");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("U0000-00000")]
    [InlineData("00000-00000-00000-00000-00000-00000-00000-00000-00000-00000-0000")]
    public void What_is_no_code_is_refused(string? text) => Assert.False(EnrolmentCode.TryParse(text, out _));

    [Fact]
    public void A_code_does_not_show_its_secret_by_accident()
    {
        var code = EnrolmentCode.Mint(Authority);
        Assert.DoesNotContain(code.Reveal(), $"{code}", StringComparison.Ordinal);
        Assert.DoesNotContain(code.RevealSecret(), $"{code}", StringComparison.Ordinal);
    }

    [Fact]
    public void The_secret_that_is_sent_has_the_hash_that_is_kept()
    {
        var code = EnrolmentCode.Mint(Authority);
        Assert.True(EnrolmentCode.TryHashSecret(code.RevealSecret(), out var hash));
        Assert.Equal(code.SecretHash, hash);
        Assert.False(EnrolmentCode.TryHashSecret("zz", out _));
    }
}
