// Reads and writes gate.json: one gate's lanes and cameras, on the gate's own machine. Same content and same rules as a
// gate in city.json. Called by `bawaba gate`; every fault is found in one reading.
using System.Text.Json;

namespace Bawaba.Contracts.City;

/// <summary>The file that says which lanes and cameras stand at this gate.</summary>
public static class GateFile
{
    private static readonly LocalName NoCity = new() { Ar = "-", En = "-" };

    /// <summary>Returns the gate, or null with every fault named.</summary>
    public static GateSettings? Read(string path, out IReadOnlyList<string> faults) =>
        SettingsFile.Read(path, CitySettingsJson.Default.GateSettings, gate => CityValidation.FaultsOf(new() { Name = NoCity, Gates = [gate] }), out faults);

    public static void Write(string path, GateSettings gate) =>
        File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(gate, CitySettingsJson.Default.GateSettings));
}
