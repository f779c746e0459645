// The screens speak two languages, both of them fully.
using System.Text.RegularExpressions;
using Bawaba.Center.Alerts;
using Bawaba.Center.Incidents;
using Bawaba.Center.Operators;
using Bawaba.Center.Sharing;
using Bawaba.Center.Units;
using Bawaba.Console.Accounts;
using Bawaba.Console.Directorates;
using Bawaba.Console.Frame;
using Bawaba.Console.Gates;
using Bawaba.Pages.Language;
using Bawaba.Console.Postings;
using Bawaba.Console.SignIn;
using Bawaba.Console.Units;
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Contracts.Officers;
using Bawaba.Gate.Officers;
using Bawaba.GateConsole.Board;
using Bawaba.GateConsole.Commissioning;
using Bawaba.GateConsole.SignIn;
using Bawaba.Tests.Architecture;

namespace Bawaba.Tests.Console;

public sealed partial class TextsTests
{
    private static readonly ScreenLanguage[] Both = [ScreenLanguage.Arabic, ScreenLanguage.English];

    // What a gate gives as a camera's reason (CameraFault).
    private static readonly string[] CameraReasons =
        ["refused", "unauthorized", "not-found", "busy", "no-answer", "no-frames", "ended", "not-video", "wrong-scheme", "failed"];

    // Keys put together from a set's name and a value's.
    private static readonly string[] JoinedSets = ["notice", "way", "keys", "timeline", "load", "sound", "camera-reason", "picture-measure", "category", "action", "alerts.column", "officer-answer", "video.end", "onvif-fault", "draft-field", "draft-word", "approval-word", "ring-result", "office", "refused", "import-word", "order-kind", "notice-what", "alert-case", "incident-fault", "incident-clock", "incidents", "agreement-standing", "call-fault", "dispatch-state", "dispatch-reason", "dispatch-shortfall", "priority", "crew", "command-answer", "sounds", "escalated", "clock"];

    private static IReadOnlyList<Type> ClosedSets { get; } =
    [
        typeof(AlertState), typeof(AlertKind), typeof(Bawaba.Console.Alerts.TimesSpan), typeof(LookVerdict), typeof(RejectReason), typeof(Role), typeof(CameraPhase), typeof(PictureState), typeof(Direction), typeof(VehicleClass),
        typeof(GateKind), typeof(SignInFault), typeof(WelcomeFault), typeof(InviteFault), typeof(DirectorateFault), typeof(ComputerStanding), typeof(ComputerFault),
        typeof(PostingFault), typeof(Bawaba.Console.Room.SchematicMarkKind), typeof(GateSignInFault), typeof(RoadState), typeof(HitStanding), typeof(SetUpFault),
        typeof(Bawaba.Gate.Vault.VaultState), typeof(Bawaba.Gate.OpenAnswer), typeof(Bawaba.Gate.CarriedAnswer), typeof(Bawaba.Gate.AttestAnswer), typeof(Bawaba.Gate.RecheckAnswer), typeof(Bawaba.Center.Watchlists.LookUpReason),
        typeof(Bawaba.Center.Watchlists.EntryState), typeof(Bawaba.Center.Mandates.OrderState),
        typeof(Bawaba.Center.Cases.CaseKind), typeof(Bawaba.Center.Cases.CaseState),
        typeof(Bawaba.Center.Calls.CallChannel), typeof(Bawaba.Center.Calls.CallPriority), typeof(Bawaba.Center.Calls.CallMark), typeof(IncidentPriority), typeof(IncidentState), typeof(IncidentLogKind), typeof(OutcomeKind), typeof(CustodyGrounds), typeof(CustodyEventKind), typeof(ShareMode), typeof(ShareField),
        typeof(UnitKind), typeof(UnitStatus), typeof(UnitVerb), typeof(PositionSource), typeof(CommandAnswer), typeof(UnitFault),
    ];

    [Fact]
    public void A_text_that_one_language_has_the_other_has_too() =>
        Assert.Equal(ScreenLanguage.English.Keys.Order(StringComparer.Ordinal), ScreenLanguage.Arabic.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void No_text_is_empty_but_the_words_for_no_fault() =>
        Assert.All(Both, language => Assert.All(
            language.Keys.Where(key => !key.EndsWith("-fault.None", StringComparison.Ordinal)),
            key => Assert.False(string.IsNullOrWhiteSpace(language[key]), key)));

    [Fact]
    public void Both_languages_fill_in_the_same_places() =>
        Assert.All(ScreenLanguage.Arabic.Keys, key => Assert.Equal(
            Places().Matches(ScreenLanguage.English[key]).Select(m => m.Value).Order(StringComparer.Ordinal),
            Places().Matches(ScreenLanguage.Arabic[key]).Select(m => m.Value).Order(StringComparer.Ordinal)));

    [Fact]
    public void Arabic_texts_are_arabic_and_english_ones_are_not() =>
        Assert.All(ScreenLanguage.Arabic.Keys.Where(key => key is not ("language.own-name" or "list.comma") && ScreenLanguage.Arabic[key].Length > 0), key =>
        {
            Assert.Matches(@"\p{IsArabic}", ScreenLanguage.Arabic[key]);
            Assert.DoesNotMatch(@"\p{IsArabic}", ScreenLanguage.English[key]);
        });

    [Fact]
    public void No_text_has_a_hidden_mark_or_an_arabic_digit() =>
        Assert.All(Both, language => Assert.All(language.Keys, key => Assert.DoesNotMatch("[\u200E\u200F\u202A-\u202E\u0660-\u0669\u06F0-\u06F9]", language[key])));

    [Fact]
    public void Every_value_of_every_closed_set_has_its_word() =>
        Assert.All(Both, language =>
        {
            foreach (var set in ClosedSets)
                Assert.All(Enum.GetNames(set), name => Assert.NotNull(language.Find($"{SetWords.SetName(set)}.{name}")));
            Assert.All(ListCategory.All, category => Assert.NotNull(language.Find($"category.{category.Code}")));
            Assert.All(PermittedAction.All, action => Assert.NotNull(language.Find($"action.{action}")));
            Assert.All(Enum.GetNames<OfficerAnswer>().Where(name => name is not (nameof(OfficerAnswer.Done) or nameof(OfficerAnswer.Unknown) or nameof(OfficerAnswer.Already))), name => Assert.NotNull(language.Find($"officer-answer.{name}")));
            Assert.All(CameraReasons, reason => Assert.NotNull(language.Find($"camera-reason.{reason}")));
            Assert.All(Enum.GetNames<NoticeKind>(), kind => Assert.NotNull(language.Find($"notice.{kind}.text")));
        });

    [Fact]
    public void A_code_from_outside_that_nobody_knows_is_shown_as_it_is()
    {
        Assert.Equal("burnt-out", ScreenLanguage.Arabic.CameraReason("burnt-out"));
        Assert.Null(ScreenLanguage.Arabic.CameraReason(""));
        Assert.Equal("quarantine", ScreenLanguage.English.Category("quarantine"));
    }

    [Fact]
    public void Every_text_that_pages_and_modules_name_exists()
    {
        var sets = ScreenLanguage.English.Keys.Select(key => key.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        var missing =
            from file in Sources()
            from Match named in NamedKey().Matches(file.Text)
            let key = named.Groups["key"].Value
            where sets.Contains(key.Split('.')[0]) && key[^1] != '.' && ScreenLanguage.English.Find(key) is null
            select $"{key} in {file.Path}";
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_text_is_used_somewhere()
    {
        var sources = string.Join('\n', Sources().Select(file => file.Text));
        var joined = ClosedSets.Select(SetWords.SetName).Concat(JoinedSets).ToHashSet(StringComparer.Ordinal);
        var unused = ScreenLanguage.English.Keys.Where(key => !joined.Any(set => key.StartsWith(set + ".", StringComparison.Ordinal)) && !sources.Contains($"\"{key}\"", StringComparison.Ordinal)).ToList();
        Assert.Empty(unused);
    }

    private static IEnumerable<SourceFile> Sources() =>
        Repository.Texts.Where(file => (file.IsUnder("src/Bawaba.Console") || file.IsUnder("src/Bawaba.Pages") || file.IsUnder("src/Bawaba.GateConsole")) && file.Ending is ".razor" or ".cs" or ".js");

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Places();

    // An attribute whose value is code ("entry.Plate") is no key.
    [GeneratedRegex("""(?<!=)["`](?<key>[a-z-]+\.[A-Za-z.-]+)["`]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedKey();
}
