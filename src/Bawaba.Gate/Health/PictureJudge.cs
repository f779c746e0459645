// Whether a camera sees: dark, blurred or moved, judged once a second from its own frames against its own past. One a
// camera, called by CameraWorker with each frame it looks at, by one thread; it outlives broken streams, so that a camera
// that was turned while it was away is found out. References are in memory only.
// A state must hold for a while before it is said, and its end for a moment: night and a passing lorry are no faults.
using Bawaba.Contracts;
using Bawaba.Contracts.City;
using Bawaba.Vision;

namespace Bawaba.Gate.Health;

internal sealed class PictureJudge(IReadOnlyList<PictureArea> masks)
{
    // Where each state begins; it ends somewhat above. Drawn lanes, day, dusk and night (tests beside this): brightness 19 to
    // 81 in service, 1 to 5 without light; sharpness 75 to 110, and 4 to 12 with a lens one pixel (of 640) out of focus; a view that is the
    // same 80 to 100, also through fog or behind a lorry over three fifths of it, one turned by a tenth 30 to 71.
    internal const double DarkPercent = 12;
    internal const double BlurredPercent = 35;
    internal const double MovedPercent = 65;
    private const double DarkEndsPercent = 15;
    private const double BlurredEndsPercent = 50;
    private const double MovedEndsPercent = 80;
    private const double LevelsPerPercent = 255 / 100.0;
    private const int LeastContrast = 12;
    private static readonly TimeSpan JudgeEvery = TimeSpan.FromSeconds(0.9);
    private static readonly TimeSpan LearnFor = TimeSpan.FromSeconds(10);

    // Light changes within minutes: the references follow at that pace while all is well.
    private static readonly TimeSpan RenewIn = TimeSpan.FromMinutes(5);

    // Whatever stood before the camera at the start may drive off: a young reference is given up sooner.
    private static readonly TimeSpan YoungFor = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan GiveUpYoungAfter = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(6);
    private const float EdgesShare = 0.35f;
    private readonly SceneEdges _scene = new(masks);
    private readonly float[] _reference = new float[Passages.RoadModel.Columns * Passages.RoadModel.Rows];
    private readonly Hold _dark = new(DarkPercent, DarkEndsPercent, TimeSpan.FromSeconds(10));
    private readonly Hold _blurred = new(BlurredPercent, BlurredEndsPercent, TimeSpan.FromSeconds(15));
    private readonly Hold _moved = new(MovedPercent, MovedEndsPercent, TimeSpan.FromSeconds(30));
    private double _sharpness;
    private double _learntSeconds;
    private DateTimeOffset? _firstAt;
    private DateTimeOffset _lastAt;

    /// <summary>The judgement so far; null before the references are learnt, unless the picture is dark.</summary>
    internal PictureReport? Report { get; private set; }

    /// <summary>Takes a frame in; true when the state has changed by it. The frame stays the caller's.</summary>
    internal bool Observe(Frame frame)
    {
        var gap = _firstAt is null ? JudgeEvery : frame.CapturedAt - _lastAt;
        // A clock that was set back begins the count anew.
        if (gap < JudgeEvery && gap >= TimeSpan.Zero)
            return false;
        _firstAt ??= frame.CapturedAt;
        _lastAt = frame.CapturedAt;
        var seconds = Math.Clamp(gap.TotalSeconds, 0, 2);
        var figures = PictureFigures.Of(frame);
        var brightness = figures.Bright / LevelsPerPercent;
        _dark.Take(brightness, seconds);
        // In the dark there is nothing else to judge by, and nothing to learn.
        if (!_dark.IsBelow)
            Compare(frame, figures, seconds);
        return Say(brightness);
    }

    private void Compare(Frame frame, PictureFigures figures, double seconds)
    {
        _scene.Take(frame, _learntSeconds == 0 ? 1 : EdgesShare);
        if (_learntSeconds < LearnFor.TotalSeconds)
        {
            _learntSeconds += seconds;
            Renew(figures.Sharpness, (float)(seconds / _learntSeconds));
            return;
        }
        if (figures.Contrast >= LeastContrast)
            _blurred.Take(Sharpness(figures), seconds);
        _moved.Take(100 * _scene.LikenessTo(_reference), seconds);
        if (!_blurred.IsBelow && !_moved.IsBelow)
            Renew(figures.Sharpness, (float)(seconds / RenewIn.TotalSeconds));
        else if (_moved.HeldFor > (IsYoung ? GiveUpYoungAfter : GiveUpAfter).TotalSeconds || (IsYoung && _blurred.HeldFor > GiveUpYoungAfter.TotalSeconds))
            Forget();
    }

    private bool IsYoung => _lastAt - _firstAt < YoungFor;

    private double Sharpness(PictureFigures figures) => 100 * figures.Sharpness / _sharpness;

    private void Renew(double sharpness, float share)
    {
        _sharpness += share * (sharpness - _sharpness);
        for (var i = 0; i < _reference.Length; i++)
            _reference[i] += share * (_scene.Edges[i] - _reference[i]);
    }

    // What is seen now is this camera's view from here on.
    private void Forget()
    {
        _learntSeconds = 0;
        _blurred.Clear();
        _moved.Clear();
    }

    private bool Say(double brightness)
    {
        var (state, measured, threshold) = this switch
        {
            _ when _dark.IsOn => (PictureState.Dark, brightness, DarkPercent),
            _ when _learntSeconds < LearnFor.TotalSeconds => (PictureState.Unjudged, brightness, DarkPercent),
            // Another view may have less detail than this camera's own; a lens out of focus keeps the outlines where they were.
            _ when _moved.IsOn => (PictureState.Moved, _moved.Last, MovedPercent),
            _ when _blurred.IsOn => (PictureState.Blurred, _blurred.Last, BlurredPercent),
            _ => (PictureState.Clear, _moved.Last, MovedPercent),
        };
        var changed = Report?.State != state;
        Report = new()
        {
            State = state,
            MeasuredPercent = Math.Round(measured, 1),
            ThresholdPercent = threshold,
            SinceAt = changed ? _lastAt : Report!.SinceAt,
        };
        return changed;
    }

    /// <summary>A figure below its threshold for long enough is a state, above it for a moment no longer.</summary>
    private sealed class Hold(double begins, double ends, TimeSpan after)
    {
        private static readonly TimeSpan Ends = TimeSpan.FromSeconds(4);
        private double _above;

        internal bool IsOn { get; private set; }

        /// <summary>Below now, whether or not it has been so for long enough.</summary>
        internal bool IsBelow => HeldFor > 0;

        /// <summary>Seconds it has been below.</summary>
        internal double HeldFor { get; private set; }

        internal double Last { get; private set; } = 100;

        internal void Take(double figure, double seconds)
        {
            Last = figure;
            if (figure < (IsOn ? ends : begins))
            {
                HeldFor += seconds;
                _above = 0;
                IsOn |= HeldFor >= after.TotalSeconds;
                return;
            }
            _above += seconds;
            if (_above >= Ends.TotalSeconds)
                (IsOn, HeldFor) = (false, 0);
        }

        internal void Clear() => (IsOn, HeldFor, _above, Last) = (false, 0, 0, 100);
    }
}
