// The one program: a table of verbs, nothing else.
using System.CommandLine;
using Bawaba.Reading;

var root = new RootCommand("Bawaba: gates, plate-reading cameras and the operations room of a city")
{
    ReadVerb.Command(),
};
return await root.Parse(args).InvokeAsync();
