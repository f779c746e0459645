namespace Bawaba.Up;

/// <summary>
/// A machine that runs a real gate carries a mark; laboratory verbs that would show or keep plates outside a mandate
/// refuse to run beside it. The demo city is no enrolment: its vehicles are drawn.
/// </summary>
internal static class EnrolmentMark
{
    private const string FileName = "enrolled.json";
    private const string SystemFolder = "/var/lib/bawaba";

    /// <summary>The mark's path where there is one.</summary>
    internal static string? Find(string dataFolder) =>
        ((string[])[dataFolder, SystemFolder]).Select(folder => Path.Combine(folder, FileName)).FirstOrDefault(File.Exists);

    internal static void Put(string dataFolder, IEnumerable<string> gates) =>
        File.WriteAllText(Path.Combine(dataFolder, FileName), $"{{\"gates\":[{string.Join(',', gates.Select(g => $"\"{g}\""))}]}}\n");
}
