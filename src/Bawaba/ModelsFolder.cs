using System.CommandLine;

namespace Bawaba;

/// <summary>Where the networks' weights stand: beside the program, unless a command names other ones.</summary>
internal static class ModelsFolder
{
    internal static string Path => System.IO.Path.Combine(AppContext.BaseDirectory, "models");

    internal static Option<string> Option() => new("--models")
    {
        Description = "The folder of the networks' weights, to try other ones",
        DefaultValueFactory = _ => Path,
    };
}
