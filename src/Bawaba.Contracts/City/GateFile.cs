// Reads and writes gate.json: one gate's lanes and cameras, on the gate's own machine. Same content and same rules as a
// gate in city.json. Called by `bawaba gate`; every fault is found in one reading.
using System.Text.Json;

namespace Bawaba.Contracts.City;

/// <summary>The file that says which lanes and cameras stand at this gate.</summary>
public static class GateFile
{
    private static readonly LocalName NoCity = new() { Ar = "-", En = "-" };

    /// <summary>Returns the gate, or null with every fault named.</summary>
    public static GateSettings? Read(string path, out IReadOnlyList<string> faults)
    {
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists || info.Length > CityFile.MaxBytes)
                return Fail(out faults, info.Exists ? $"{path}: larger than {CityFile.MaxBytes} bytes" : $"{path}: the file does not exist; it holds this gate's lanes and cameras (docs/files.md)");
            if (JsonSerializer.Deserialize(File.ReadAllBytes(path), CitySettingsJson.Default.GateSettings) is not { } gate)
                return Fail(out faults, $"{path}: holds no gate");
            faults = CityValidation.FaultsOf(new() { Name = NoCity, Gates = [gate] });
            return faults.Count == 0 ? gate : null;
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            var at = e is JsonException { LineNumber: { } line } ? $" line {line + 1}" : "";
            return Fail(out faults, $"{path}{at}: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail(out faults, $"{path}: {e.Message}");
        }
    }

    public static void Write(string path, GateSettings gate) =>
        File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(gate, CitySettingsJson.Default.GateSettings));

    private static GateSettings? Fail(out IReadOnlyList<string> faults, string fault)
    {
        faults = [fault];
        return null;
    }
}
