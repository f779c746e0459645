// Reads the text of rectified crops, several at once. Called by PlateReader; one caller at a time.
using Bawaba.Vision.Photos;
using Bawaba.Vision.Plates;
using Microsoft.ML.OnnxRuntime;

namespace Bawaba.Vision.Recognition;

internal sealed class SlotReader : IDisposable
{
    private static readonly string[] InputNames = ["crop"];
    private static readonly string[] OutputNames = ["chars", "country", "legible", "rows"];
    private readonly ReaderSettings _settings;
    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();

    internal SlotReader(string modelsFolder, SessionOptions options)
    {
        _settings = ReaderSettings.Load(modelsFolder);
        Alphabet = new(_settings.Alphabet, _settings.Countries);
        _session = ModelFiles.Weights(modelsFolder, "reader.onnx", options, OutputNames);
    }

    internal PlateAlphabet Alphabet { get; }

    /// <summary>The reading of each quad, in their order.</summary>
    internal CropReading[] Read(Frame frame, IReadOnlyList<Quad> quads)
    {
        if (quads.Count == 0)
            return [];
        var size = _settings.Width * _settings.Height;
        var crops = new float[quads.Count * size];
        for (var i = 0; i < quads.Count; i++)
        {
            var quad = quads[i].Expand(_settings.MarginX, _settings.MarginY);
            Rectification.ToGray(frame, quad, crops.AsSpan(i * size, size), _settings.Width, _settings.Height);
        }
        return ReadCrops(crops, quads.Count);
    }

    /// <summary>The crop as the network sees it, as a JPEG file.</summary>
    internal byte[] CropJpeg(Frame frame, Quad quad)
    {
        var gray = new float[_settings.Width * _settings.Height];
        Rectification.ToGray(frame, quad.Expand(_settings.MarginX, _settings.MarginY), gray, _settings.Width, _settings.Height);
        using var picture = Frame.Rent(_settings.Width, _settings.Height, frame.CapturedAt);
        for (var i = 0; i < gray.Length; i++)
            picture.Rgb.Slice(3 * i, 3).Fill((byte)Math.Clamp(255 * gray[i], 0, 255));
        return Pixels.ToJpeg(picture, _settings.Width, quality: 90);
    }

    /// <summary>Reads crops that are rectified already: count × height × width, 0 to 1.</summary>
    internal CropReading[] ReadCrops(float[] crops, int count)
    {
        var size = _settings.Width * _settings.Height;
        using var input = OrtValue.CreateTensorValueFromMemory(crops, [count, 1, _settings.Height, _settings.Width]);
        using var outputs = _session.Run(_run, InputNames, [input], OutputNames);
        var chars = outputs[0].GetTensorDataAsSpan<float>();
        var country = outputs[1].GetTensorDataAsSpan<float>();
        var legible = outputs[2].GetTensorDataAsSpan<float>();
        var rows = outputs[3].GetTensorDataAsSpan<float>();
        var readings = new CropReading[count];
        for (var i = 0; i < count; i++)
        {
            var scores = SlotScores.Tempered(
                Alphabet,
                chars.Slice(i * _settings.Slots * Alphabet.Count, _settings.Slots * Alphabet.Count).ToArray(),
                country.Slice(i * Alphabet.Countries.Count, Alphabet.Countries.Count).ToArray(),
                _settings.Temperature);
            readings[i] = new(scores, legible[i], rows[i], Sharpness(crops.AsSpan(i * size, size)));
        }
        return readings;
    }

    public void Dispose()
    {
        _run.Dispose();
        _session.Dispose();
    }

    // Mean horizontal gradient: strokes are mostly upright, and motion blur lies along the road.
    private float Sharpness(ReadOnlySpan<float> crop)
    {
        var sum = 0f;
        for (var i = 1; i < crop.Length; i++)
            sum += i % _settings.Width == 0 ? 0 : Math.Abs(crop[i] - crop[i - 1]);
        return Math.Min(1, 8 * sum / crop.Length);
    }
}
