using Bawaba.Contracts.Video;
using Bawaba.Contracts.Wire;
using CsCheck;

namespace Bawaba.Tests.Contracts.Wire;

public sealed class WireAnswerTests
{
    [Fact]
    public void What_is_written_is_read_again()
    {
        var picture = WireAnswer.Parse(new WireAnswer { Id = 7, Picture = [1, 2, 3] }.ToBytes());
        Assert.Equal(7, picture.Id);
        Assert.Equal([1, 2, 3], picture.Picture);
        Assert.Empty(WireAnswer.Parse(new WireAnswer { Id = 8, Picture = [] }.ToBytes()).Picture!);
        var head = WireAnswer.Parse(new WireAnswer { Id = 9, Part = new() { Kind = VideoPartKind.Head, Codec = "avc1.64001f", Bytes = [4] } }.ToBytes()).Part!;
        Assert.Equal((VideoPartKind.Head, "avc1.64001f"), (head.Kind, head.Codec));
        var key = WireAnswer.Parse(new WireAnswer { Id = long.MaxValue, Part = new() { Kind = VideoPartKind.Key, Bytes = [5, 6] } }.ToBytes());
        Assert.Equal((long.MaxValue, VideoPartKind.Key, 2), (key.Id, key.Part!.Kind, key.Part.Bytes.Length));
        var end = WireAnswer.Parse(new WireAnswer { Id = 1, End = new("codec", "ليس H.264") }.ToBytes()).End!;
        Assert.Equal(("codec", "ليس H.264"), (end.ReasonCode, end.Message));
    }

    [Fact]
    public void Any_bytes_are_an_answer_or_refused() => Gen.Byte.Array[0, 40].Sample(bytes =>
    {
        try
        {
            WireAnswer.Parse(bytes);
        }
        catch (InvalidDataException)
        {
            // As it should be.
        }
    });
}
