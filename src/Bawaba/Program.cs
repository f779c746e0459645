// The one program: a table of verbs, nothing else.
using System.CommandLine;
using Bawaba.Reading;
using Bawaba.Simulating;

var root = new RootCommand("Bawaba: gates, plate-reading cameras and the operations room of a city")
{
    ReadVerb.Command(),
    SimulateVerb.Command(),
};
return await root.Parse(args).InvokeAsync();
