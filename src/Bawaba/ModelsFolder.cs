namespace Bawaba;

/// <summary>Where the networks' weights stand: beside the program.</summary>
internal static class ModelsFolder
{
    internal static string Path => System.IO.Path.Combine(AppContext.BaseDirectory, "models");
}
