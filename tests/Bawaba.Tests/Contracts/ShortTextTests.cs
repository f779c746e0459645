using Bawaba.Contracts;

namespace Bawaba.Tests.Contracts;

public sealed class ShortTextTests
{
    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abc", 2, "ab")]
    [InlineData("ab\U0001F697", 4, "ab\U0001F697")]
    [InlineData("ab\U0001F697", 3, "ab")]
    [InlineData("ab\U0001F697c", 4, "ab\U0001F697")]
    public void A_text_is_cut_between_characters(string text, int most, string expected) => Assert.Equal(expected, ShortText.Of(text, most));
}
