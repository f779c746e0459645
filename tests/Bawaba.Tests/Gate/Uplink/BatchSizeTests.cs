using Bawaba.Gate.Uplink;

namespace Bawaba.Tests.Gate.Uplink;

public sealed class BatchSizeTests
{
    [Fact]
    public void A_good_road_is_given_more_and_more_up_to_a_limit()
    {
        var size = new BatchSize();
        for (var i = 0; i < 20; i++)
            size.Arrived(size.Bytes, TimeSpan.FromMilliseconds(50));
        Assert.Equal(BatchSize.MostBytes, size.Bytes);
    }

    [Fact]
    public void A_slow_road_is_given_less_and_less_down_to_a_limit()
    {
        var size = new BatchSize();
        for (var i = 0; i < 20; i++)
            size.Arrived(size.Bytes, TimeSpan.FromSeconds(30));
        Assert.Equal(BatchSize.LeastBytes, size.Bytes);
    }

    [Fact]
    public void What_was_lost_is_tried_again_in_smaller_pieces()
    {
        var size = new BatchSize();
        var before = size.Bytes;
        size.Lost();
        Assert.True(size.Bytes < before);
    }

    [Fact]
    public void A_batch_that_was_not_what_was_asked_for_changes_nothing()
    {
        var size = new BatchSize();
        var before = size.Bytes;
        size.Arrived(before / 10, TimeSpan.FromMilliseconds(5));
        size.Arrived(before * 10, TimeSpan.FromSeconds(9));
        Assert.Equal(before, size.Bytes);
    }

    [Fact]
    public void What_takes_most_of_a_second_is_as_it_should_be()
    {
        var size = new BatchSize();
        var before = size.Bytes;
        size.Arrived(size.Bytes, TimeSpan.FromSeconds(0.7));
        Assert.Equal(before, size.Bytes);
    }
}
