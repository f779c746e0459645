// Reads cameras.secret.json: user and password per camera, in a file only its owner may read.
// Called once at start. A file others may read is refused: a password that lies open is no password.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bawaba.Gate.Cameras;

/// <summary>The cameras' credentials, by camera id.</summary>
public static class CameraSecretsFile
{
    /// <summary>Empty when the file does not exist; throws <see cref="InvalidDataException"/> with the reason when it is wrong.</summary>
    public static IReadOnlyDictionary<string, CameraCredentials> Read(string path)
    {
        if (!File.Exists(path))
            return new Dictionary<string, CameraCredentials>(StringComparer.Ordinal);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != 0)
            throw new InvalidDataException($"{path} may be read by others; run: chmod 600 {path}");
        try
        {
            var content = JsonSerializer.Deserialize(File.ReadAllBytes(path), CameraSecretsJson.Default.CameraSecrets);
            return content?.Cameras ?? throw new InvalidDataException($"{path}: 'cameras' is missing");
        }
        catch (JsonException e)
        {
            // The parser's message may repeat what stands in the file: say only where it stopped.
            throw new InvalidDataException($"{path} line {e.LineNumber + 1}: not valid JSON of the form {{\"cameras\":{{\"id\":{{\"userName\":…,\"password\":…}}}}}}");
        }
    }
}

internal sealed record CameraSecrets
{
    public required Dictionary<string, CameraCredentials> Cameras { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CameraSecrets))]
internal sealed partial class CameraSecretsJson : JsonSerializerContext;
