namespace Bawaba.Up;

/// <summary>Where data is kept when nobody says otherwise: the launcher names <c>var/</c> beside itself, from wherever it is called.</summary>
internal static class DefaultDataFolder
{
    private const string Variable = "BAWABA_DATA";

    internal static string Path => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : "var";
}
