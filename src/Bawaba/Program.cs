// The one program: a table of verbs, nothing else.
using System.CommandLine;
using Bawaba.Apart;
using Bawaba.Keeping;
using Bawaba.Reading;
using Bawaba.Scoring;
using Bawaba.Simulating;
using Bawaba.Up;

var root = new RootCommand("Bawaba: gates, plate-reading cameras and the operations room of a city")
{
    UpVerb.Command(),
    CodeVerb.Command(),
    CenterVerb.Command(),
    GateVerb.Command(),
    BackupVerb.Backup(),
    BackupVerb.Restore(),
    MigrateVerb.Command(),
    ReadVerb.Command(),
    ScoreVerb.Command(),
    SimulateVerb.Command(),
};
// Ctrl-C asks once; what has not ended by then is ended.
return await root.Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(9) });
