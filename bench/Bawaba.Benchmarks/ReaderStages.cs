// What a 1280×720 frame costs at one thread, stage by stage: the road model decides whether the others run at all.
using BenchmarkDotNet.Attributes;
using Bawaba.Gate.Passages;
using Bawaba.Vision;
using Bawaba.Vision.Detection;
using Bawaba.Vision.Plates;

namespace Bawaba.Benchmarks;

[Config(typeof(ShortInProcess))]
public class ReaderStages
{
    private static readonly Quad Plate = new(new(600, 400), new(720, 404), new(719, 434), new(599, 430));
    private readonly RoadModel _road = new([]);
    private readonly DetectorInput _input = new();
    private readonly float[] _crop = new float[160 * 64];
    private readonly MatrixProduct _product = new();
    private Frame _frame = null!;
    private PlateReader _reader = null!;

    [GlobalSetup]
    public void Open()
    {
        _frame = Frame.Rent(1280, 720, DateTimeOffset.UnixEpoch);
        new Random(1).NextBytes(_frame.Rgb);
        _reader = new(new() { ModelsFolder = Path.Combine(AppContext.BaseDirectory, "models") });
    }

    [GlobalCleanup]
    public void Close()
    {
        _reader.Dispose();
        _product.Dispose();
        _frame.Dispose();
    }

    [Benchmark(Baseline = true)]
    public float Matrix_product() => _product.Run();

    [Benchmark]
    public object Road_model() => _road.Observe(_frame, []);

    [Benchmark]
    public void Detector_input() => _input.Fill(_frame, 640, 32);

    [Benchmark]
    public object Detector_with_its_input() => _reader.Detect(_frame);

    [Benchmark]
    public void Rectify_one_plate() => Rectification.ToGray(_frame, Plate, _crop, 160, 64);

    [Benchmark]
    public object Look_again_at_one_plate() => _reader.ReadCrops(_frame, [Plate, Plate, Plate]);

    [Benchmark]
    public object Read_one_plate() => _reader.ReadCrops(_frame, [Plate]);
}
