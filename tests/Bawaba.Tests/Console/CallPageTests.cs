// The phone and radio log through its forms, as a browser without its module would send them.
using System.Net;
using System.Text.RegularExpressions;
using Bawaba.Center.Operators;

namespace Bawaba.Tests.Console;

public sealed partial class CallPageTests
{
    [Fact]
    public async Task A_call_is_recorded_with_priority_and_mark_once_however_often_it_is_sent()
    {
        await using var rig = await ConsoleRig.StartAsync();
        var cookie = await rig.CookieAsync(Role.Operator);
        var call = Call(rig, ("priority", "Urgent"), ("needsAnswer", "yes"));
        for (var sent = 0; sent < 3; sent++)
            Assert.Equal("/calls", (await rig.PostAsync("/calls", cookie, call)).Headers.Location?.ToString());
        var page = await rig.PageAsync("/calls", cookie);
        Assert.Single(Rows().Matches(page));
        Assert.Contains("data-testid=\"waits-2026-000001\" data-mark=\"NeedsAnswer\"", page, StringComparison.Ordinal);
        Assert.Contains("data-priority=\"Urgent\"", page, StringComparison.Ordinal);
        var changed = await rig.PostAsync("/calls", cookie, [.. call.Where(f => f.Item1 != "what"), ("what", "something else")]);
        var refused = WebUtility.HtmlDecode(await changed.Content.ReadAsStringAsync(ConsoleRig.Cancellation));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, changed.StatusCode);
        Assert.Contains("data-testid=\"fault-request\"", refused, StringComparison.Ordinal);
        Assert.Contains("something else</textarea>", refused, StringComparison.Ordinal);
        // What stands in the form now is another entry.
        Assert.DoesNotContain(call[0].Item2, refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_is_set_by_its_button_and_a_second_one_over_it_is_told_that_it_is_late()
    {
        await using var rig = await ConsoleRig.StartAsync();
        var cookie = await rig.CookieAsync(Role.Operator);
        await rig.PostAsync("/calls", cookie, Call(rig, ("needsAnswer", "yes")));
        Assert.Equal("/calls", (await rig.PostAsync("/calls/2026-000001/mark", cookie, ("was", "NeedsAnswer"), ("mark", "PassedOn"), ("to", "الدفاع المدني"))).Headers.Location?.ToString());
        var page = await rig.PageAsync("/calls", cookie);
        Assert.Contains("الدفاع المدني", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-testid=\"waits-", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await rig.PostAsync("/calls/2026-000001/mark", cookie, ("was", "NeedsAnswer"), ("mark", "Answered"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await rig.PostAsync("/calls/2026-000001/mark", cookie, ("was", ""), ("mark", "Forgotten"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await rig.PostAsync("/calls/2026-000009/mark", cookie, ("was", ""), ("mark", "Answered"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await rig.PostAsync("/calls/2026-000001/mark", cookie, ("was", "PassedOn"), ("mark", "PassedOn"), ("to", new string('x', 121)))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await rig.PostAsync("/calls/2026-000001/mark", await rig.CookieAsync(Role.Commander), ("was", "PassedOn"), ("mark", "Answered"))).StatusCode);
    }

    [Fact]
    public async Task An_incident_is_opened_from_a_call_in_one_step_with_its_place_words_and_priority_once()
    {
        await using var rig = await ConsoleRig.StartAsync();
        var cookie = await rig.CookieAsync(Role.Operator);
        await rig.PostAsync("/calls", cookie, Call(rig, ("priority", "Immediate"), ("place", "الكيلو 12"), ("what", "شاحنة مقلوبة\nوالسائق محاصر")));
        for (var pressed = 0; pressed < 2; pressed++)
            Assert.Equal("/incidents/2026-000001", (await rig.PostAsync("/calls/2026-000001/incident", cookie, ("type", "accident"))).Headers.Location?.ToString());
        var page = await rig.PageAsync("/incidents/2026-000001", cookie);
        Assert.Contains("شاحنة مقلوبة", page, StringComparison.Ordinal);
        Assert.DoesNotContain("والسائق محاصر", page, StringComparison.Ordinal);
        Assert.Contains("الكيلو 12", page, StringComparison.Ordinal);
        Assert.Contains("data-priority=\"Immediate\"", page, StringComparison.Ordinal);
        Assert.Contains("/incidents/2026-000001", await rig.PageAsync("/calls", cookie), StringComparison.Ordinal);
        Assert.DoesNotContain("2026-000002", await rig.PageAsync("/incidents", cookie), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_call_says_too_little_the_form_of_the_incident_opens_with_what_there_is()
    {
        await using var rig = await ConsoleRig.StartAsync();
        var cookie = await rig.CookieAsync(Role.Operator);
        await rig.PostAsync("/calls", cookie, Call(rig, ("what", "Shots were heard")));
        var answer = await rig.PostAsync("/calls/2026-000001/incident", cookie, ("type", "accident"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(ConsoleRig.Cancellation);
        Assert.Contains("data-testid=\"fault-place\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Shots were heard\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"call\" value=\"2026-000001\"", page, StringComparison.Ordinal);
        var form = await rig.PageAsync("/incidents/new?call=2026-000001", cookie);
        Assert.Contains("value=\"Shots were heard\"", form, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await rig.PostAsync("/calls/2026-000001/incident", await rig.CookieAsync(Role.Auditor), ("type", "accident"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await rig.PostAsync("/calls/2026-000009/incident", cookie, ("type", "accident"))).StatusCode);
    }

    [Fact]
    public async Task A_call_is_linked_to_an_open_incident_in_one_step()
    {
        await using var rig = await ConsoleRig.StartAsync();
        var cookie = await rig.CookieAsync(Role.Operator);
        await rig.PostAsync("/calls", cookie, Call(rig, ("place", "Kilometre 12")));
        await rig.PostAsync("/calls/2026-000001/incident", cookie, ("type", "other"));
        await rig.PostAsync("/calls", cookie, Call(rig));
        Assert.Equal("/calls", (await rig.PostAsync("/calls/2026-000002/link", cookie, ("incident", "2026-000001"))).Headers.Location?.ToString());
        Assert.Equal(2, Links().Count(await rig.PageAsync("/calls", cookie)));
        Assert.Equal(HttpStatusCode.NotFound, (await rig.PostAsync("/calls/2026-000002/link", cookie, ("incident", "2026-000077"))).StatusCode);
    }

    [Fact]
    public async Task The_search_finds_by_folded_words_and_what_is_looked_for_stands_in_no_address()
    {
        await using var rig = await ConsoleRig.StartAsync();
        var cookie = await rig.CookieAsync(Role.Operator);
        await rig.PostAsync("/calls", cookie, Call(rig, ("caller", "فاطمة أحمد"), ("what", "شاحنة مقلوبة")));
        await rig.PostAsync("/calls", cookie, Call(rig, ("caller", "سالم"), ("what", "دخان")));
        Assert.DoesNotContain("data-testid=\"call-2026", await rig.PageAsync("/calls/search?words=دخان", cookie), StringComparison.Ordinal);
        async Task<string> Found(params (string, string)[] fields) =>
            WebUtility.HtmlDecode(await (await rig.PostAsync("/calls/search", cookie, fields)).Content.ReadAsStringAsync(ConsoleRig.Cancellation));
        var found = await Found(("words", "شاحنه فاطمه"));
        Assert.Contains("data-testid=\"call-2026-000001\"", found, StringComparison.Ordinal);
        Assert.DoesNotContain("data-testid=\"call-2026-000002\"", found, StringComparison.Ordinal);
        Assert.Contains("data-testid=\"call-2026-000002\"", await Found(("caller", "سالم")), StringComparison.Ordinal);
        Assert.Contains("none-found", await Found(("words", "شاحنة"), ("until", "2026-11-24")), StringComparison.Ordinal);
        Assert.Contains("none-found", await Found(("priority", "Immediate")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await rig.PostAsync("/calls/search", await rig.CookieAsync(Role.Technician), ("words", "x"))).StatusCode);
    }

    [Fact]
    public async Task Where_a_unit_says_by_radio_that_it_is_comes_with_the_call_and_what_cannot_be_is_said()
    {
        await using var rig = await ConsoleRig.StartAsync();
        var (cookie, supervisor) = (await rig.CookieAsync(Role.Operator), await rig.CookieAsync(Role.Supervisor));
        await rig.PostAsync("/unit-new", supervisor, ("id", "patrol-1"), ("nameAr", "دورية"), ("nameEn", "Patrol"), ("kind", "Patrol"), ("strength", "3"));
        var call = Call(rig, ("channel", "Radio"), ("unit", "patrol-1"), ("unitGate", "north"));
        var offDuty = await rig.PostAsync("/calls", cookie, call);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, offDuty.StatusCode);
        Assert.Contains("data-testid=\"fault-unit\"", await offDuty.Content.ReadAsStringAsync(ConsoleRig.Cancellation), StringComparison.Ordinal);
        await rig.PostAsync("/units/patrol-1/step", cookie, ("verb", "OnDuty"), ("version", "1"));
        Assert.Equal("/calls", (await rig.PostAsync("/calls", cookie, call)).Headers.Location?.ToString());
        Assert.Single(Rows().Matches(await rig.PageAsync("/calls", cookie)));
        Assert.Contains("Gate north", await rig.PageAsync("/units", cookie + "; bawaba-language=en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_key_leads_to_the_form_from_every_page_and_is_the_forms_own_on_its_page()
    {
        await using var rig = await ConsoleRig.StartAsync();
        var cookie = await rig.CookieAsync(Role.Operator);
        foreach (var path in new[] { "/", "/incidents", "/units", "/wall", "/gates/north", "/sheet", "/calls/search" })
        {
            var page = await rig.PageAsync(path, cookie);
            Assert.Equal((path, 1), (path, Key().Count(page)));
            Assert.Matches("<a href=\"/calls#channel\"[^>]*data-key=\"t\"", page);
            Assert.Contains("/js/page-keys.js\"", page, StringComparison.Ordinal);
        }
        var own = await rig.PageAsync("/calls", cookie);
        Assert.Equal(1, Key().Count(own));
        Assert.Matches("<select id=\"channel\"[^>]*data-key=\"t\"", own);
        Assert.Equal(0, Key().Count(await rig.PageAsync("/incidents", await rig.CookieAsync(Role.Auditor))));
    }

    private static (string, string)[] Call(ConsoleRig rig, params (string Name, string Value)[] fields)
    {
        (string Name, string Value)[] usual = [("request", Guid.CreateVersion7(rig.Time.GetUtcNow()).ToString("N")), ("channel", "Phone"), ("what", "A lorry stands across the road")];
        return [.. usual.Where(u => fields.All(f => f.Name != u.Name)), .. fields];
    }

    [GeneratedRegex("data-testid=\"call-2026-[0-9]{6}\"", RegexOptions.None, 1000)]
    private static partial Regex Rows();

    [GeneratedRegex("data-testid=\"incident-link\"", RegexOptions.None, 1000)]
    private static partial Regex Links();

    [GeneratedRegex("data-key=\"t\"", RegexOptions.None, 1000)]
    private static partial Regex Key();
}
