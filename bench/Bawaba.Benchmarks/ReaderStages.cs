// What a 1280×720 frame costs at one thread, stage by stage: the road model decides whether the others run at all.
using BenchmarkDotNet.Attributes;
using Bawaba.Gate.Health;
using Bawaba.Gate.Passages;
using Bawaba.Simulator.Stage.Plates;
using Bawaba.Vision;
using Bawaba.Vision.Detection;
using Bawaba.Vision.Plates;
using SkiaSharp;

namespace Bawaba.Benchmarks;

[Config(typeof(ShortInProcess))]
public class ReaderStages
{
    private static readonly Quad Plate = new(new(600, 400), new(720, 404), new(719, 434), new(599, 430));
    private readonly RoadModel _road = new([]);
    private readonly SceneEdges _scene = new([]);
    private readonly float[] _view = new float[RoadModel.Columns * RoadModel.Rows];
    private readonly DetectorInput _input = new();
    private readonly float[] _crop = new float[160 * 64];
    private readonly MatrixProduct _product = new();
    private Frame _frame = null!;
    private Frame _photo = null!;
    private PlateReader _reader = null!;

    [GlobalSetup]
    public void Open()
    {
        _frame = Frame.Rent(1280, 720, DateTimeOffset.UnixEpoch);
        new Random(1).NextBytes(_frame.Rgb);
        _photo = WithPlate();
        _reader = new(new() { ModelsFolder = Path.Combine(AppContext.BaseDirectory, "models") });
    }

    [GlobalCleanup]
    public void Close()
    {
        _reader.Dispose();
        _product.Dispose();
        _frame.Dispose();
        _photo.Dispose();
    }

    [Benchmark(Baseline = true)]
    public float Matrix_product() => _product.Run();

    [Benchmark]
    public object Road_model() => _road.Observe(_frame, []);

    // What a frame a second costs more: whether it is dark, blurred or moved.
    [Benchmark]
    public double Picture_judged()
    {
        var figures = PictureFigures.Of(_frame);
        _scene.Take(_frame, 0.35f);
        return figures.Sharpness + _scene.LikenessTo(_view);
    }

    [Benchmark]
    public void Detector_input() => _input.Fill(_frame, 640, 32);

    [Benchmark]
    public object Detector_with_its_input() => _reader.Detect(_frame);

    [Benchmark]
    public void Rectify_one_plate() => Rectification.ToGray(_frame, Plate, _crop, 160, 64);

    [Benchmark]
    public object Look_again_at_one_plate() => _reader.ReadCrops(_frame, [Plate, Plate, Plate, Plate, Plate]);

    [Benchmark]
    public object Read_one_plate() => _reader.ReadCrops(_frame, [Plate]);

    [Benchmark]
    public object Whole_photo_with_one_plate() => _reader.Read(_photo);

    // A plate as the stage draws it, in a plain picture of 1280×720.
    private static Frame WithPlate()
    {
        var frame = Frame.Rent(1280, 720, DateTimeOffset.UnixEpoch);
        frame.Rgb.Fill(110);
        using var sample = PlateSampler.Draw(PlateCountry.Libya, 7);
        using var picture = sample.Picture.Copy(SKColorType.Rgba8888);
        var pixels = picture.GetPixelSpan();
        for (var y = 0; y < Math.Min(picture.Height, frame.Height); y++)
        {
            for (var x = 0; x < Math.Min(picture.Width, frame.Width); x++)
                pixels.Slice((y * picture.RowBytes) + (x * 4), 3).CopyTo(frame.Rgb[(((y * frame.Width) + x) * 3)..]);
        }
        return frame;
    }
}
