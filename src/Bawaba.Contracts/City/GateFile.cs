// Reads and writes gate.json: one gate's lanes and cameras, on the gate's own machine. Same content and same rules as a
// gate in city.json. Called by `bawaba gate`; every fault is found in one reading.
using System.Text.Json;

namespace Bawaba.Contracts.City;

/// <summary>The file that says which lanes and cameras stand at this gate.</summary>
public static class GateFile
{
    public const string Name = "gate.json";
    private static readonly LocalName NoCity = new() { Ar = "-", En = "-" };

    /// <summary>Returns the gate, or null with every fault named.</summary>
    public static GateSettings? Read(string path, out IReadOnlyList<string> faults) =>
        SettingsFile.Read(path, CitySettingsJson.Default.GateSettings, FaultsOf, out faults);

    /// <summary>Every fault, each with its place; none for a gate that may be written.</summary>
    public static IReadOnlyList<string> FaultsOf(GateSettings gate) => CityValidation.FaultsOf(new() { Name = NoCity, Gates = [gate] });

    public static byte[] ToBytes(GateSettings gate) => JsonSerializer.SerializeToUtf8Bytes(gate, CitySettingsJson.Default.GateSettings);

    public static void Write(string path, GateSettings gate) => File.WriteAllBytes(path, ToBytes(gate));

    /// <summary>Puts it in the place of the one that stands there, whole or not at all; on disk when the call returns. Comments in the old one are gone.</summary>
    public static void Replace(string path, GateSettings gate)
    {
        var draft = path + ".new";
        using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(ToBytes(gate));
            file.Flush(flushToDisk: true);
        }
        File.Move(draft, path, overwrite: true);
    }
}
