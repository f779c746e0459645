// Reads and writes city.json. Called at start by the one program; promises that what it returns is whole:
// every fault is found in one reading, each with its place, and nothing is half-loaded.
using System.Text.Json;

namespace Bawaba.Contracts.City;

/// <summary>The file that says which gates, lanes and cameras exist.</summary>
public static class CityFile
{
    public const int MaxBytes = 1 << 20;

    /// <summary>Returns the city, or null with every fault named.</summary>
    public static CitySettings? Read(string path, out IReadOnlyList<string> faults)
    {
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists)
                return Fail(out faults, $"{path}: the file does not exist");
            if (info.Length > MaxBytes)
                return Fail(out faults, $"{path}: larger than {MaxBytes} bytes");
            var city = JsonSerializer.Deserialize(File.ReadAllBytes(path), CitySettingsJson.Default.CitySettings);
            if (city is null)
                return Fail(out faults, $"{path}: holds no city");
            faults = CityValidation.FaultsOf(city);
            return faults.Count == 0 ? city : null;
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

    public static void Write(string path, CitySettings city) =>
        File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(city, CitySettingsJson.Default.CitySettings));

    private static CitySettings? Fail(out IReadOnlyList<string> faults, string fault)
    {
        faults = [fault];
        return null;
    }
}
