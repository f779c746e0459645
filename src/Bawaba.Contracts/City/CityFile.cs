// Reads and writes city.json. Called at start by the one program; promises that what it returns is whole:
// every fault is found in one reading, each with its place, and nothing is half-loaded.
using System.Text.Json;

namespace Bawaba.Contracts.City;

/// <summary>The file that says which gates, lanes and cameras exist.</summary>
public static class CityFile
{
    public const int MaxBytes = SettingsFile.MaxBytes;

    /// <summary>Returns the city, or null with every fault named.</summary>
    public static CitySettings? Read(string path, out IReadOnlyList<string> faults) =>
        SettingsFile.Read(path, CitySettingsJson.Default.CitySettings, CityValidation.FaultsOf, out faults);

    public static void Write(string path, CitySettings city) =>
        File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(city, CitySettingsJson.Default.CitySettings));
}
