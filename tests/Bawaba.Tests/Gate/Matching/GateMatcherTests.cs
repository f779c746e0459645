using Bawaba.Contracts;
using Bawaba.Gate.Matching;
using Microsoft.Extensions.Time.Testing;

namespace Bawaba.Tests.Gate.Matching;

public sealed class GateMatcherTests
{
    private readonly FakeTimeProvider _time = new(A.Morning);

    [Fact]
    public void A_listed_plate_under_an_active_mandate_is_a_hit()
    {
        var hit = Assert.Single(Match(A.Orders()));
        Assert.Equal("entry-1", hit.Entry.Value);
        Assert.Equal("mandate-1", hit.Mandate.Value);
        Assert.Equal(A.Morning, hit.MatchedAt);
        Assert.Equal(0, hit.Revision);
    }

    [Fact]
    public void Before_the_first_orders_nothing_is_compared()
    {
        var matcher = new GateMatcher(_time);
        Assert.Empty(matcher.Match(A.Passage(), 0, A.Morning));
        Assert.False(matcher.Comparing);
        Assert.False(matcher.ListIsStale);
        Assert.Equal(0, matcher.OrdersVersion);
    }

    [Fact]
    public void Without_a_mandate_nothing_is_compared() => Assert.Empty(Match(A.Orders(activations: [])));

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    public void A_mandate_counts_from_its_first_instant_to_before_its_last(int secondsFromStart)
    {
        var activation = A.Activation() with { FromAt = A.Morning.AddSeconds(-secondsFromStart), UntilAt = A.Morning.AddHours(1) };
        Assert.Equal(secondsFromStart < 0 ? 0 : 1, Match(A.Orders(activations: [activation])).Count);
        var ended = activation with { FromAt = A.Morning.AddDays(-1), UntilAt = A.Morning.AddSeconds(secondsFromStart < 0 ? 1 : 0) };
        Assert.Equal(secondsFromStart < 0 ? 1 : 0, Match(A.Orders(activations: [ended])).Count);
    }

    [Fact]
    public void A_mandate_for_other_categories_allows_no_hit() =>
        Assert.Empty(Match(A.Orders(activations: [A.Activation("court-verdict", "STOLEN-VEHICLE")])));

    [Fact]
    public void The_hit_names_the_mandate_that_allows_its_category()
    {
        var other = A.Activation("court-verdict") with { Id = MandateId.Parse("mandate-0") };
        Assert.Equal("mandate-1", Assert.Single(Match(A.Orders(activations: [other, A.Activation()]))).Mandate.Value);
    }

    [Fact]
    public void An_expired_entry_is_no_hit_even_while_it_stands_in_the_list()
    {
        Assert.Empty(Match(A.Orders([A.Entry() with { ExpiresAt = A.Morning }])));
        Assert.Single(Match(A.Orders([A.Entry() with { ExpiresAt = A.Morning.AddTicks(1) }])));
    }

    [Fact]
    public void A_list_older_than_a_day_stops_matching_and_says_so()
    {
        var matcher = With(A.Orders());
        _time.SetUtcNow(A.Morning.AddHours(24));
        Assert.True(matcher.Comparing);
        Assert.Single(matcher.Match(A.Passage(), 0, A.Morning));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(matcher.Comparing);
        Assert.True(matcher.ListIsStale);
        Assert.Empty(matcher.Match(A.Passage(), 0, A.Morning));
    }

    [Theory]
    [InlineData(-365 * 24)]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(23)]
    public void After_a_start_with_a_wrong_clock_nothing_is_compared_until_the_time_is_right(int hoursOff)
    {
        var clock = new TwoClocks(A.Morning.AddHours(hoursOff));
        var matcher = new GateMatcher(clock);
        matcher.Accept(A.Orders());
        Assert.False(matcher.TimeIsTrusted);
        Assert.Empty(matcher.Match(A.Passage(), 0, A.Morning));
        clock.Set(A.Morning);
        // Right again, but nobody has said so since.
        Assert.Empty(matcher.Match(A.Passage(), 0, A.Morning));
        matcher.Accept(A.Orders());
        Assert.Single(matcher.Match(A.Passage(), 0, A.Morning));
    }

    [Theory]
    [InlineData(-20)]
    [InlineData(20)]
    public void A_clock_that_is_set_while_the_gate_is_cut_off_ends_the_comparing(int hours)
    {
        var clock = new TwoClocks(A.Morning);
        var matcher = new GateMatcher(clock);
        matcher.Accept(A.Orders());
        clock.Advance(TimeSpan.FromHours(2));
        Assert.Single(matcher.Match(A.Passage(), 0, A.Morning));
        clock.Set(clock.GetUtcNow().AddHours(hours));
        Assert.False(matcher.Comparing);
        Assert.True(matcher.ListIsStale);
        Assert.Empty(matcher.Match(A.Passage(), 0, A.Morning));
        clock.Set(clock.GetUtcNow().AddHours(-hours));
        Assert.Single(matcher.Match(A.Passage(), 0, A.Morning));
    }

    [Fact]
    public void Yesterdays_list_cannot_be_kept_fresh_by_setting_the_clock_back_an_hour_each_hour()
    {
        var clock = new TwoClocks(A.Morning);
        var matcher = new GateMatcher(clock);
        matcher.Accept(A.Orders());
        var compared = 0;
        for (var hour = 0; hour < 48; hour++)
        {
            clock.Advance(TimeSpan.FromHours(1));
            clock.Set(clock.GetUtcNow().AddHours(-1));
            compared += matcher.Match(A.Passage(), 0, A.Morning).Count;
        }
        Assert.Equal(0, compared);
    }

    [Fact]
    public void A_list_from_the_future_is_not_trusted()
    {
        var matcher = With(A.Orders() with { IssuedAt = A.Morning.AddMinutes(6) });
        Assert.True(matcher.ListIsStale);
        Assert.Empty(matcher.Match(A.Passage(), 0, A.Morning));
    }

    [Theory]
    [InlineData("51-2345")]
    [InlineData("5-1234")]
    [InlineData("5-12346")]
    [InlineData("512345")]
    [InlineData("8-12345")]
    public void Another_plate_is_no_hit_however_alike(string plate) => Assert.Empty(Match(A.Orders(), A.Passage(plate)));

    [Theory]
    [InlineData("5-12345ليبيا")]
    [InlineData("ليبيا5-12345")]
    [InlineData("٥-١٢٣٤٥")]
    public void The_same_plate_in_another_writing_is_a_hit(string plate) => Assert.Single(Match(A.Orders(), A.Passage(plate)));

    [Fact]
    public void What_a_stopped_camera_reads_is_compared_with_nothing()
    {
        var orders = A.Orders();
        Assert.Empty(Match(orders with { StoppedCameras = [A.Passage().Camera] }));
        Assert.Single(Match(orders with { StoppedCameras = [CameraId.Parse("another")] }));
    }

    [Fact]
    public void A_passage_without_a_reading_is_never_compared() => Assert.Empty(Match(A.Orders(), A.Passage(null)));

    [Fact]
    public void Two_entries_for_one_plate_are_two_hits() =>
        Assert.Equal(2, Match(A.Orders([A.Entry(), A.Entry(id: "entry-2"), A.Entry("8-1", "entry-3")])).Count);

    [Fact]
    public void A_removed_entry_is_gone_with_the_next_orders()
    {
        var matcher = With(A.Orders());
        matcher.Accept(A.Orders([]) with { Version = 2 });
        Assert.Empty(matcher.Match(A.Passage(), 0, A.Morning));
        Assert.Equal(2, matcher.OrdersVersion);
    }

    [Fact]
    public void A_changed_entry_counts_even_under_the_same_version()
    {
        var matcher = With(A.Orders());
        matcher.Accept(A.Orders([A.Entry() with { ExpiresAt = A.Morning.AddSeconds(-1) }]));
        Assert.Empty(matcher.Match(A.Passage(), 0, A.Morning));
    }

    [Fact]
    public void Confirming_the_same_list_makes_it_fresh_again()
    {
        var matcher = With(A.Orders());
        _time.Advance(TimeSpan.FromHours(30));
        matcher.Accept(A.Orders() with { IssuedAt = _time.GetUtcNow() });
        Assert.Single(matcher.Match(A.Passage(), 0, A.Morning));
    }

    [Fact]
    public void A_list_longer_than_a_gate_may_hold_is_refused_and_the_one_before_stays()
    {
        var matcher = With(A.Orders());
        var tooMany = Enumerable.Range(0, GateOrders.MaxEntries + 1).Select(i => A.Entry($"7-{i}", $"entry-{i}")).ToList();
        Assert.Throws<InvalidDataException>(() => matcher.Accept(A.Orders(tooMany)));
        Assert.Single(matcher.Match(A.Passage(), 0, A.Morning));
    }

    private GateMatcher With(GateOrders orders)
    {
        var matcher = new GateMatcher(_time);
        matcher.Accept(orders);
        return matcher;
    }

    private IReadOnlyList<Hit> Match(GateOrders orders, Passage? passage = null) => With(orders).Match(passage ?? A.Passage(), 0, A.Morning);
}
