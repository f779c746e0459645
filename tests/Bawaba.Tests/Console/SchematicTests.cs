// The room's home picture: what stands on it, whose, and in words too.
using Bawaba.Center.Operators;
using Bawaba.Center.Roads;
using Bawaba.Console.Frame;
using Bawaba.Console.Room;
using Bawaba.Pages.Language;

namespace Bawaba.Tests.Console;

public sealed class SchematicTests
{
    [Fact]
    public void Without_segments_there_is_no_schematic() =>
        Assert.Null(SchematicDrawing.Of(RoadMap.Empty, new(RoadMap.Empty), [SchematicSamples.Card()], []));

    [Fact]
    public void Every_mark_is_shown_once_at_its_place_or_in_the_list()
    {
        var view = SchematicSamples.View();
        var at = view.Nodes.ToDictionary(n => n.Place.Id, n => n.Marks.Select(m => m.Mark.Label).ToArray());
        Assert.Equal(["U-1", "U-2", "U-3"], at[SchematicSamples.North]);
        Assert.Equal(["I-7"], at[SchematicSamples.Centre]);
        Assert.Equal(["U-5", "U-4"], view.Beside.Select(m => m.Mark.Label));
    }

    [Fact]
    public void A_mark_at_a_coordinate_stands_at_the_nearest_place_and_says_how_far_off() =>
        Assert.InRange(SchematicSamples.View().Nodes.Single(n => n.Place.Id == SchematicSamples.Centre).Marks.Single().Kilometres!.Value, 2.2, 2.25);

    [Fact]
    public async Task A_gate_says_its_state_in_a_word_and_what_is_open_and_broken_there()
    {
        var html = await HtmlAsync("en", Role.Operator);
        var gate = Part(html, "<a class=\"node gate-node\" href=\"/gates/north\"", "</a>");
        Assert.Contains("○", gate, StringComparison.Ordinal);
        Assert.Contains(ScreenLanguage.English["gate.counting-only"], gate, StringComparison.Ordinal);
        Assert.Contains("data-testid=\"node-alerts\"", gate, StringComparison.Ordinal);
        Assert.Contains("data-testid=\"node-cameras\"", gate, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_directorates_gate_is_a_name_and_nothing_else()
    {
        var html = await HtmlAsync("en", Role.Operator);
        Assert.DoesNotContain("/gates/other", html, StringComparison.Ordinal);
        var node = Part(html, "data-testid=\"node-other\"", "</svg>");
        Assert.Contains("Other gate", node, StringComparison.Ordinal);
        Assert.DoesNotContain("node-flow", node, StringComparison.Ordinal);
        Assert.DoesNotContain("node-word", node, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roads_stand_in_words_too_with_their_direction_and_minutes()
    {
        var roads = Part(await HtmlAsync("en", Role.Operator), "class=\"road-list\"", "</section>");
        Assert.Contains("Centre – North gate: <bdi dir=\"ltr\">7.5</bdi> min", roads, StringComparison.Ordinal);
        Assert.Contains("North gate – Other gate, one way: <bdi dir=\"ltr\">20</bdi> min (Coast road)", roads, StringComparison.Ordinal);
    }

    private static Task<string> HtmlAsync(string language, Role role) => Page.Show<RoomPage, RoomView>(
        Samples.Screen(Rendering.Language(language), role), new() { Gates = [SchematicSamples.Card()], Schematic = SchematicSamples.View() }).HtmlAsync();

    private static string Part(string html, string from, string until)
    {
        var start = html.IndexOf(from, StringComparison.Ordinal);
        Assert.True(start >= 0, from);
        return html[start..html.IndexOf(until, start, StringComparison.Ordinal)];
    }
}
