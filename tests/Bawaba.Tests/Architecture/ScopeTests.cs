// Whose something is cannot be forgotten: a statement on a table whose rows are somebody's asks for a Scope and uses it, or stands here with
// the reason why not; and what the center itself reads of everybody is read by few, named here too.
using System.Text.RegularExpressions;

namespace Bawaba.Tests.Architecture;

public sealed partial class ScopeTests
{
    private static readonly string[] Owned =
    [
        "gate", "lane", "camera", "alert", "alert_picture", "alert_frame", "camera_stop", "passage_count", "watch_entry", "mandate", "activation_order", "case_file", "case_link",
        "source_document", "source_document_body", "source_document_owner", "gate_posting", "gate_certificate", "enrolment_code", "agreement", "incident", "incident_type",
        "custody", "seizure", "call_entry",
        "unit", "unit_crew", "unit_position", "unit_assignment", "unit_command", "unit_feed", "unit_silence",
    ];

    private const string Intake = "what a gate itself delivers, asks or is told: no person is behind it";
    private const string Clock = "a worker that ends and erases on time, for everybody alike";
    private const string Writes = "writes a row whose owner its desk has decided on, within the scope it was given";
    private const string Registry = "fills or reads the registry, which itself asks for a scope (GateRegistry)";
    private const string Books = "fills the book, which itself asks for a scope (WatchlistBook, MandateBook)";
    private const string Once = "an id, an instrument or a number is given once in the whole room; only whether it is taken is told";
    private const string ByItsUnit = "the desk or UnitBook has found the unit, or the feed, within the scope before";
    private const string ByItsToken = "the token itself says whose it is";
    private const string ByItsGate = "EnrolmentDesk, OfficerDesk and VoiceDesk have found the gate within the scope before; or the gate's computer itself asks";

    private const string Told = "whose screens are told that an incident changed; nobody is shown it";
    private const string Checklists = "whoever sees an incident sees the checklist it began under";

    private static readonly Dictionary<string, string> Unscoped = new (string Reason, string Statements)[]
    {
        (Intake, "AlertSql.Insert AlertSql.FindBy AlertSql.OfGate AlertSql.SetRevision AlertSql.PutPicture FalseHitSql.Stopped CountSql.Add CountSql.AddAtOnce OfficerSql.OfGate FrameSql.Held FrameSql.Put"),
        (Clock, "AlertSql.DueToExpire AlertSql.DueToErase AlertSql.ErasePictures FalseHitSql.Stop CountSql.EraseBefore CallSql.DueToErase CallSql.Erase UnitSql.DueForWord SilenceSql.Untold SilenceSql.Tell SilenceSql.Forget AssignmentSql.EraseCommandsBefore AlertSql.Waiting AlertSql.Escalate FrameSql.Erase"),
        (Writes, "AlertSql.Update EntrySql.Put EntrySql.Change OrderSql.Put MandateSql.Remember CaseSql.Insert CaseSql.Link AgreementSql.Insert AgreementSql.Accept AgreementSql.End IncidentSql.Insert IncidentSql.Update IncidentTypeSql.Insert OutcomeSql.Insert CallSql.Insert CallSql.Keep CallSql.Mark UnitSql.Insert UnitSql.Update FeedSql.Insert"),
        (Told, "AgreementSql.InForce"),
        (Checklists, "IncidentTypeSql.Version"),
        (Registry, "GateSql.Gates GateSql.Lanes GateSql.Cameras GateSql.RetireGates GateSql.RetireLanes GateSql.RetireCameras GateSql.PutGate GateSql.PutLane GateSql.PutCamera"),
        (Books, "EntrySql.All OrderSql.All DocumentSql.Owned"),
        (Once, "EntrySql.CountOpen EntrySql.Ids EntrySql.IsTaken OrderSql.OrderOf OrderSql.IsTaken MandateSql.Known MandateSql.OrderOf CaseSql.NextNumber IncidentSql.NextNumber IncidentSql.IsRequestTaken CallSql.NextNumber CallSql.IsRequestTaken OutcomeSql.NextCustody OutcomeSql.NextSeizure OutcomeSql.IsBagTaken UnitSql.Exists AssignmentSql.IsTaken AssignmentSql.Answered"),
        (ByItsUnit, "UnitSql.ClearCrew UnitSql.AddCrew UnitSql.PutPosition UnitSql.ErasePosition UnitSql.IsOverdue SilenceSql.Begin SilenceSql.End AssignmentSql.Put AssignmentSql.Remember FeedSql.Revoke"),
        (ByItsToken, "FeedSql.ByToken"),
        (ByItsGate, "OfficerSql.Post OfficerSql.End OfficerSql.SetPassword OfficerSql.PostedAt VoiceSql.Officer EnrolmentSql.InsertCode EnrolmentSql.EndCodes EnrolmentSql.UseCode EnrolmentSql.InsertCertificate EnrolmentSql.Revoke EnrolmentSql.RevokeOthers EnrolmentSql.HasOthers EnrolmentSql.Release EnrolmentSql.BySerial EnrolmentSql.Standing"),
    }.SelectMany(r => r.Statements.Split(' '), (r, name) => (name, r.Reason)).ToDictionary(p => p.name, p => p.Reason, StringComparer.Ordinal);

    // Members that give everybody's, and the files that may ask them.
    private static readonly Dictionary<string, string[]> Everybodys = new(StringComparer.Ordinal)
    {
        [@"\b_?registry\.All\b"] = ["GateBoard.cs", "CityLoader.cs", "CenterMetrics.cs"],
        [@"\b_?registry\.Registered\("] = ["GateBoard.cs", "GateScope.cs", "CenterLink.cs", "OrdersDesk.cs", "EnrolmentDesk.cs", "MandateFormat.cs"],
        [@"\b_?(mandates|watchlist|book)\.All\b"] = ["OrdersDesk.cs", "EntryClock.cs", "VoiceDesk.cs", "NoticeClock.cs"],
        [@"\b_?(mandates|watchlist)\.Find\("] = ["AlertDesk.cs", "AlertIntake.cs", "OutcomeDesk.cs"],
        [@"\bEntrySql\.All\("] = ["WatchlistBook.cs", "EntryClock.cs", "ListReviewDesk.cs", "FiledLaw.cs"],
        [@"\bOrderSql\.All\("] = ["MandateBook.cs", "FiledLaw.cs", "MandateDesk.cs"],
        [@"\bScope\.Joint\b"] = ["SessionGuard.cs", "EntryDesk.cs", "FalseHitDesk.cs", "IncidentReading.cs", "IncidentClock.cs", "SituationReading.cs", "DispatchDesk.cs", "UnitClock.cs", "DemoUnits.cs", "MqttRoad.cs"],
    };

    [Fact]
    public void Every_statement_on_what_is_somebodys_asks_for_a_scope_and_uses_it()
    {
        var faults =
            from statement in Statements()
            where !Unscoped.ContainsKey(statement.Name) && !(statement.Text.Contains("Scope scope", StringComparison.Ordinal)
                && (statement.Text.Contains("Scope.Of", StringComparison.Ordinal) || statement.Text.Contains("scope.Directorate", StringComparison.Ordinal)))
            select statement.Name;
        Assert.Empty(faults);
        // The reading of these files itself: it finds what is known to be there.
        Assert.Superset(
            new HashSet<string>(["AlertSql.List", "AlertSql.Picture", "CountSql.Sums", "EntrySql.Find", "OrderSql.Find", "CaseSql.Newest", "EnrolmentSql.All", "OfficerSql.Postings"], StringComparer.Ordinal),
            Statements().Select(s => s.Name).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void Statements_on_what_is_somebodys_stand_in_their_classes_alone() =>
        Assert.Empty(Repository.CSharp
            .Where(f => f.IsUnder("src/Bawaba.Center") && !f.Name.EndsWith("Sql.cs", StringComparison.Ordinal) && f.Name != "Scope.cs")
            .Where(f => Table().Matches(f.Text).Any(m => Owned.Contains(m.Groups["table"].Value, StringComparer.Ordinal)))
            .Select(f => f.Path));

    [Fact]
    public void No_reason_stands_here_for_a_statement_that_is_gone_or_asks_for_a_scope()
    {
        var statements = Statements().ToLookup(s => s.Name, s => s.Text, StringComparer.Ordinal);
        Assert.All(Unscoped.Keys, name => Assert.Contains(statements[name], text => !text.Contains("Scope scope", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_everybodys_is_asked_for_by_the_center_itself_alone()
    {
        var files = Repository.CSharp.Where(f => f.IsUnder("src/Bawaba.Center") || f.IsUnder("src/Bawaba.Console")).ToList();
        foreach (var (member, allowed) in Everybodys)
        {
            var asking = files.Where(f => Regex.IsMatch(f.Text, member, RegexOptions.None, TimeSpan.FromSeconds(5))).Select(f => f.Name).ToList();
            Assert.Equal((member, ""), (member, string.Join(' ', asking.Except(allowed, StringComparer.Ordinal))));
            Assert.Equal((member, ""), (member, string.Join(' ', allowed.Except(asking, StringComparer.Ordinal))));
        }
    }

    [Fact]
    public void No_screen_or_endpoint_makes_a_scope() =>
        Assert.DoesNotContain(
            Repository.CSharp.Where(f => f.IsUnder("src/Bawaba.Console") || f.Name.EndsWith("Endpoints.cs", StringComparison.Ordinal)),
            f => f.Text.Contains("Scope.Of(", StringComparison.Ordinal) || f.Text.Contains("Scope.Joint", StringComparison.Ordinal));

    // The members of the …Sql classes whose text names an owned table.
    private static List<(string Name, string Text)> Statements()
    {
        var found = new List<(string Name, string Text)>();
        foreach (var file in Repository.CSharp.Where(f => f.IsUnder("src/Bawaba.Center") && f.Name.EndsWith("Sql.cs", StringComparison.Ordinal)))
        {
            var starts = file.Lines.Select((line, i) => (Match: Member().Match(line), i)).Where(m => m.Match.Success).ToList();
            for (var n = 0; n < starts.Count; n++)
            {
                var lines = file.Lines.Skip(starts[n].i).Take((n + 1 < starts.Count ? starts[n + 1].i : file.Lines.Count) - starts[n].i);
                var text = string.Join('\n', lines);
                // A statement put together of constants names its table there.
                if (text.Contains("Columns +", StringComparison.Ordinal) || Table().Matches(text).Any(m => Owned.Contains(m.Groups["table"].Value, StringComparer.Ordinal)))
                    found.Add(($"{file.Name[..^3]}.{starts[n].Match.Groups["name"].Value}", text));
            }
        }
        return found;
    }

    [GeneratedRegex(@"^    (internal|private|public) static (?!class|readonly).*?\b(?<name>[A-Z]\w*)\((?=[A-Z(])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Member();

    [GeneratedRegex(@"\b(FROM|JOIN|UPDATE|INTO)\s+(?<table>[a-z_]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Table();
}
