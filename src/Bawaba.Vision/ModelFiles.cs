// The files of one network: its weights and its settings. Promises one clear error, an InvalidDataException that names the
// file, for whatever is wrong with either.
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.ML.OnnxRuntime;

namespace Bawaba.Vision;

internal static class ModelFiles
{
    internal static T Settings<T>(string folder, string name, JsonTypeInfo<T> shape)
    {
        var path = Path.Combine(folder, name);
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), shape) ?? throw new InvalidDataException($"{path} is empty");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException && e is not InvalidDataException)
        {
            throw new InvalidDataException($"the model's settings {path} cannot be used: {e.Message}", e);
        }
    }

    internal static InferenceSession Weights(string folder, string name, SessionOptions options, IReadOnlyList<string> outputs)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
            throw new InvalidDataException($"the model's weights {path} do not exist");
        InferenceSession? session = null;
        try
        {
            session = new(path, options);
            var lacking = outputs.FirstOrDefault(o => !session.OutputMetadata.ContainsKey(o));
            return lacking is null ? session : throw new InvalidDataException($"the model {path} has no output '{lacking}': it was exported by another version");
        }
        catch (OnnxRuntimeException e)
        {
            throw new InvalidDataException($"the model's weights {path} cannot be used: {e.Message}", e);
        }
        catch (InvalidDataException)
        {
            session?.Dispose();
            throw;
        }
    }
}
