// Reads and writes cameras.secret.json: user and password per camera, in a file only its owner may read.
// Read once at start, written by the commissioning page. A file others may read is refused: a password that lies open is no password.
using System.Text.Json;
using System.Text.Json.Serialization;
using Bawaba.Contracts.Enrolment;

namespace Bawaba.Gate.Cameras;

/// <summary>The cameras' credentials, by camera id.</summary>
public static class CameraSecretsFile
{
    private const int MaxBytes = 1 << 20;

    /// <summary>Puts it in the place of the one that stands there, for its owner alone.</summary>
    internal static void Write(string path, IReadOnlyDictionary<string, CameraCredentials> cameras) => PrivateFile.Write(
        path, JsonSerializer.Serialize(new() { Cameras = new(cameras, StringComparer.Ordinal) }, CameraSecretsJson.Default.CameraSecrets), overwrite: true);

    /// <summary>Empty when the file does not exist; throws <see cref="InvalidDataException"/> with the reason when it is wrong.</summary>
    public static IReadOnlyDictionary<string, CameraCredentials> Read(string path)
    {
        if (!File.Exists(path))
            return new Dictionary<string, CameraCredentials>(StringComparer.Ordinal);
        try
        {
            using var file = PrivateFile.Open(path, MaxBytes);
            var cameras = JsonSerializer.Deserialize(file, CameraSecretsJson.Default.CameraSecrets)?.Cameras
                ?? throw new InvalidDataException($"{path}: 'cameras' is missing");
            if (cameras.FirstOrDefault(c => string.IsNullOrEmpty(c.Value?.UserName) || c.Value.Password is null) is { Key: { } camera })
                throw new InvalidDataException($"{path}: camera '{camera}' needs userName and password");
            return cameras;
        }
        catch (JsonException e)
        {
            // The parser's message may repeat what stands in the file: say only where it stopped.
            throw new InvalidDataException($"{path} line {e.LineNumber + 1}: not valid JSON of the form {{\"cameras\":{{\"id\":{{\"userName\":…,\"password\":…}}}}}}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path} cannot be read: {e.Message}");
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
