// Reads what simulated cameras ask for. A file, because a command line is readable by everyone on the machine.
using System.Text.Json;
using Bawaba.Simulator.Cameras;

namespace Bawaba.Simulating;

internal static class LoginFile
{
    private const string Form = """not of the form {"userName":"…","password":"…"}""";
    private const int MaxBytes = 4 << 10;

    /// <summary>Throws <see cref="InvalidDataException"/> or <see cref="IOException"/> with the reason; what stands in the file is never repeated.</summary>
    internal static CameraLogin Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length > MaxBytes)
                throw new InvalidDataException($"{path}: larger than {MaxBytes} bytes");
            using var json = JsonDocument.Parse(file);
            if (json.RootElement.ValueKind == JsonValueKind.Object && Text(json, "userName") is { Length: > 0 } user && Text(json, "password") is { } password)
                return new(user, password);
        }
        catch (Exception e) when (e is JsonException or UnauthorizedAccessException)
        {
            throw new InvalidDataException(e is JsonException ? $"{path}: {Form}" : $"{path} cannot be read");
        }
        throw new InvalidDataException($"{path}: {Form}");
    }

    private static string? Text(JsonDocument json, string name) =>
        json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
