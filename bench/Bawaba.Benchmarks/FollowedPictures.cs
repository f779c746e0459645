// What keeping pictures of a followed vehicle costs on the way of a frame: a crop of its plate, and a small wide picture. The
// frame is a drawn lane's.
using BenchmarkDotNet.Attributes;
using Bawaba.Gate.Evidence;
using Bawaba.Simulator.City;
using Bawaba.Simulator.Stage;
using Bawaba.Vision;
using Bawaba.Vision.Photos;
using Bawaba.Vision.Plates;
using SkiaSharp;

namespace Bawaba.Benchmarks;

[Config(typeof(ShortInProcess))]
public class FollowedPictures
{
    private static readonly Quad Plate = new(new(560, 470), new(700, 474), new(700, 518), new(560, 514));
    private static readonly Quad[] Others = [new(new(260, 300), new(360, 300), new(360, 334), new(260, 334))];
    private Frame _frame = null!;

    [Params(720, 1080)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        using var stage = new LaneStage(DemoCity.Cameras[0].Stage);
        using var bitmap = stage.DrawFrame(60);
        using var large = bitmap.Resize(new SKSizeI(Rows * 16 / 9, Rows), new SKSamplingOptions(SKFilterMode.Linear));
        using var rgba = large.Copy(SKColorType.Rgba8888);
        _frame = Pixels.ToFrame(rgba, SKEncodedOrigin.TopLeft, DateTimeOffset.UnixEpoch);
        System.Console.WriteLine($"bytes: crop {Crop().Length}, wide {Wide().Length}");
    }

    [GlobalCleanup]
    public void Free() => _frame.Dispose();

    [Benchmark]
    public byte[] Crop() => FramePainter.Crop(_frame, Plate, Others);

    [Benchmark]
    public byte[] Wide() => FramePainter.Wide(_frame, Plate, Others);
}
