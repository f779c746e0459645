// A fixed piece of work for the same runtime that runs our networks: a product of two matrices. Times of other benchmarks
// are quoted as multiples of it, so that a figure from another machine, or a busier hour, can be compared.
using System.Text;
using Microsoft.ML.OnnxRuntime;

namespace Bawaba.Benchmarks;

internal sealed class MatrixProduct : IDisposable
{
    internal const int Side = 512;
    private static readonly string[] Inputs = ["a", "b"];
    private static readonly string[] Outputs = ["c"];
    private readonly SessionOptions _options = new() { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
    private readonly RunOptions _run = new();
    private readonly InferenceSession _session;
    private readonly float[] _matrix = new float[Side * Side];

    internal MatrixProduct()
    {
        var random = new Random(1);
        for (var i = 0; i < _matrix.Length; i++)
            _matrix[i] = random.NextSingle();
        _session = new(Model(), _options);
    }

    internal float Run()
    {
        using var a = OrtValue.CreateTensorValueFromMemory(_matrix, [Side, Side]);
        using var b = OrtValue.CreateTensorValueFromMemory(_matrix, [Side, Side]);
        using var outputs = _session.Run(_run, Inputs, [a, b], Outputs);
        return outputs[0].GetTensorDataAsSpan<float>()[0];
    }

    public void Dispose()
    {
        _session.Dispose();
        _run.Dispose();
        _options.Dispose();
    }

    // The model file, field by field of onnx.proto: one node, two inputs, one output.
    private static byte[] Model()
    {
        byte[] Matrix(string name) => [.. Text(1, name), .. Part(2, Part(1, [.. Number(1, 1), .. Part(2, [.. Dimension(), .. Dimension()])]))];
        byte[] node = [.. Text(1, "a"), .. Text(1, "b"), .. Text(2, "c"), .. Text(4, "MatMul")];
        byte[] graph = [.. Part(1, node), .. Text(2, "product"), .. Part(11, Matrix("a")), .. Part(11, Matrix("b")), .. Part(12, Matrix("c"))];
        return [.. Number(1, 8), .. Part(7, graph), .. Part(8, Number(2, 14))];
    }

    private static byte[] Dimension() => Part(1, Number(1, Side));

    private static byte[] Text(int field, string value) => Part(field, Encoding.UTF8.GetBytes(value));

    private static byte[] Part(int field, byte[] content) => [.. Varint((field << 3) | 2), .. Varint(content.Length), .. content];

    private static byte[] Number(int field, int value) => [.. Varint(field << 3), .. Varint(value)];

    private static byte[] Varint(int value) => value < 128 ? [(byte)value] : [(byte)((value & 127) | 128), .. Varint(value >> 7)];
}
