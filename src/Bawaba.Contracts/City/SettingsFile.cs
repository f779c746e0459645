// Reads a settings file that a person writes: whole, or with every fault found in one reading. Used by CityFile and GateFile.
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bawaba.Contracts.City;

internal static class SettingsFile
{
    internal const int MaxBytes = 1 << 20;

    /// <summary>The content, or null with every fault named.</summary>
    internal static T? Read<T>(string path, JsonTypeInfo<T> shape, Func<T, IReadOnlyList<string>> faultsOf, out IReadOnlyList<string> faults)
        where T : class
    {
        faults = [];
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists)
                faults = [$"{path}: the file does not exist"];
            else if (info.Length > MaxBytes)
                faults = [$"{path}: larger than {MaxBytes} bytes"];
            else if (JsonSerializer.Deserialize(File.ReadAllBytes(path), shape) is not { } content)
                faults = [$"{path}: holds nothing"];
            else if ((faults = faultsOf(content)).Count == 0)
                return content;
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            var at = e is JsonException { LineNumber: { } line } ? $" line {line + 1}" : "";
            faults = [$"{path}{at}: {e.Message}"];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults = [$"{path}: {e.Message}"];
        }
        return null;
    }
}
