using Bawaba.Contracts;
using Bawaba.Gate.Evidence;
using Bawaba.Gate.Passages;
using Bawaba.Vision;
using Bawaba.Vision.Plates;
using Microsoft.Extensions.Time.Testing;

namespace Bawaba.Tests.Gate.Passages;

/// <summary>What is kept of vehicles while they are followed.</summary>
[Collection(FrameCount.Collection)]
public sealed class TrackPicturesTests
{
    private static readonly Quad Plate = ReadingOf.Box(600, 500, 140, 46);
    private readonly PictureBudget _budget = new(new FakeTimeProvider(A.Morning));

    [Fact]
    public void A_hits_pictures_are_the_best_other_crops_and_a_clip_in_order_within_the_limits()
    {
        var pictures = new TrackPictures(_budget);
        for (var i = 0; i < 40; i++)
            See(pictures, i, weight: i % 7);
        var hit = A.HitItem().Hit!;
        pictures.Claim([hit], At(6), At(39));
        for (var i = 40; !pictures.IsDue(At(i)); i++)
            See(pictures, i, 1);
        var records = pictures.Take();
        var crops = records.Where(r => r.Kind == FrameKind.Crop).SelectMany(r => r.Frames).ToList();
        Assert.InRange(crops.Count, 1, HitFrames.MostCrops);
        Assert.DoesNotContain(crops, c => c.CapturedAt == At(6));
        Assert.Equal(crops.OrderByDescending(c => c.Weight).Select(c => c.CapturedAt), crops.Select(c => c.CapturedAt));
        var clip = records.Where(r => r.Kind == FrameKind.Clip).SelectMany(r => r.Frames).ToList();
        Assert.Equal(HitFrames.MostClip, clip.Count);
        Assert.Equal(clip.OrderBy(c => c.CapturedAt), clip);
        Assert.All(records, r => Assert.True(r.Frames.Count == 1 || r.Frames.Sum(f => f.Jpeg.Length) <= 64 << 10));
        Assert.True(records.Sum(r => r.Frames.Sum(f => f.Jpeg.Length)) <= HitFrames.MostBytes);
        Assert.All(records, r => Assert.Equal((hit.Passage, hit.Entry), (r.Passage, r.Entry)));
        // What was handed over is let go here.
        Assert.Equal((0, 0L), (pictures.Count, _budget.Bytes));
    }

    [Fact]
    public void What_nobody_claims_is_let_go_and_nothing_more_is_taken()
    {
        var pictures = new TrackPictures(_budget);
        See(pictures, 0, 1);
        Assert.True(_budget.Bytes > 0);
        pictures.Release();
        See(pictures, 1, 1);
        Assert.Equal((0, 0L), (pictures.Count, _budget.Bytes));
    }

    [Fact]
    public void Nothing_is_kept_longer_than_a_non_hits_plate_may_be()
    {
        var pictures = new TrackPictures(_budget);
        See(pictures, 0, 1);
        pictures.Forget(At(0) + TimeSpan.FromSeconds(151));
        Assert.Equal((0, 0L), (pictures.Count, _budget.Bytes));
    }

    [Fact]
    public void A_camera_keeps_no_more_bytes_than_its_budget()
    {
        var painted = 0;
        for (var i = 0; i < 12; i++)
            painted += _budget.Paint(() => new byte[1 << 20]) is null ? 0 : 1;
        Assert.Equal(PictureBudget.MostBytes >> 20, painted);
    }

    [Fact]
    public void A_camera_paints_no_more_than_its_share_of_a_core()
    {
        var time = new FakeTimeProvider(A.Morning);
        var budget = new PictureBudget(time);
        var painted = 0;
        for (var i = 0; i < 100; i++)
        {
            // Each takes 20 ms, and one is asked for each 100 ms.
            painted += budget.Paint(() =>
            {
                time.Advance(TimeSpan.FromMilliseconds(20));
                return new byte[10];
            }) is null ? 0 : 1;
            time.Advance(TimeSpan.FromMilliseconds(80));
        }
        Assert.InRange(painted, 30, 62);
    }

    [Fact]
    public void Another_plate_in_the_picture_is_painted_over_in_both_kinds()
    {
        using var frame = Frame.Rent(1280, 720, A.Morning);
        frame.Rgb.Fill(60);
        var other = ReadingOf.Box(700, 560, 120, 40);
        Draw(frame, other);
        foreach (var painted in (Func<IReadOnlyList<Quad>, byte[]>[])[o => FramePainter.Crop(frame, Plate, o), o => FramePainter.Wide(frame, Plate, o)])
        {
            Assert.True(Contrast(painted([])) > 100, "it could be read before");
            Assert.True(Contrast(painted([other])) < 60, "and cannot now");
        }
    }

    [Fact]
    public void What_is_far_from_the_vehicle_is_coarse_in_the_clip()
    {
        using var frame = Frame.Rent(1280, 720, A.Morning);
        frame.Rgb.Fill(60);
        // Nobody found this plate: it is far away from the hit's vehicle, and must not be legible all the same.
        Draw(frame, ReadingOf.Box(150, 120, 120, 40));
        Assert.True(Contrast(FramePainter.Wide(frame, Plate, [])) < 110);
    }

    [Fact]
    public void Tracks_keep_pictures_only_of_what_is_claimed_and_give_them_out_once()
    {
        var given = new List<IReadOnlyList<HitFrames>>();
        var claims = 0;
        using var tracker = new PassageTracker(new Scene([]).Settings, new FakeTimeProvider(Scene.Start), text => text.Length >= 4, scores => scores.Decode());
        (tracker.Budget, tracker.Kept) = (_budget, pictures => given.Add(pictures.Take()));
        var actors = new[] { new Actor { Text = "5-12345" }, new Actor { Text = "8-76543", StartSeconds = 5, LaneX = 0.4 } };
        for (var step = 0; step < 100; step++)
        {
            var at = step / 8.0;
            using var frame = Frame.Rent(Scene.Width, Scene.Height, Scene.Start.AddSeconds(at));
            var seen = actors.Where(a => a.Way(at) is not null).Select(a => (Actor: a, Way: a.Way(at)!.Value)).ToList();
            tracker.Observe(frame, [.. seen.Select(s => new Blob(s.Actor.BodyAt(s.Way)))], [.. seen.Select(s => ReadingOf.Text(s.Actor.Text!, s.Actor.PlateAt(s.Way)))], Claim);
        }
        tracker.Flush(Claim);
        Assert.Equal(1, claims);
        Assert.NotEmpty(Assert.Single(given));
        Assert.Equal(0, _budget.Bytes);

        void Claim(PassageSighting sighting)
        {
            if (sighting.Passage.Plate?.Key != new PlateText("5-12345").Key)
                return;
            claims += sighting.Revision == 0 ? 1 : 0;
            sighting.Pictures!.Claim([A.HitItem().Hit!], sighting.CapturedAt!.Value, sighting.Passage.CommittedAt);
        }
    }

    private void See(TrackPictures pictures, int i, float weight)
    {
        using var frame = Frame.Rent(1280, 720, At(i));
        frame.Rgb.Fill((byte)(i * 3));
        pictures.See(frame, Plate, [], weight);
    }

    private static DateTimeOffset At(int i) => A.Morning.AddMilliseconds(i * 125);

    // Black strokes on white, as characters are.
    private static void Draw(Frame frame, Quad plate)
    {
        for (var y = (int)plate.Box.Y0; y < (int)plate.Box.Y1; y++)
        {
            for (var x = (int)plate.Box.X0; x < (int)plate.Box.X1; x++)
                frame.Rgb.Slice(((y * frame.Width) + x) * 3, 3).Fill((byte)(x / 8 % 2 == 0 ? 255 : 0));
        }
    }

    private static int Contrast(byte[] jpeg)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, jpeg);
            using var frame = Bawaba.Vision.Photos.PhotoFile.TryOpen(path, A.Morning, out _)!;
            var most = 0;
            for (var y = 0; y < frame.Height; y++)
            {
                for (var x = 8; x < frame.Width; x++)
                    most = Math.Max(most, Math.Abs(frame.Rgb[((y * frame.Width) + x) * 3] - frame.Rgb[((y * frame.Width) + x - 8) * 3]));
            }
            return most;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
