// The one verb of this module: pixels in, plate observations out. Called by the gate's camera workers and by
// `bawaba read`. One reader may be shared: it reads one frame at a time and the others wait.
using Bawaba.Vision.Detection;
using Bawaba.Vision.Grammar;
using Bawaba.Vision.Plates;
using Bawaba.Vision.Recognition;
using Microsoft.ML.OnnxRuntime;

namespace Bawaba.Vision;

/// <summary>Finds and reads the number plates of a picture.</summary>
public sealed class PlateReader : IDisposable
{
    private const float MinLegible = 0.5f;
    private const float MinConfidence = 0.25f;
    private const float SurePlate = 0.9f;
    private readonly Lock _gate = new();
    private readonly PlateDetector _detector;
    private readonly SlotReader _reader;
    private readonly PlateGrammar _grammar = PlateGrammar.Load();

    public PlateReader(PlateReaderOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Threads, 16);
        ModelRuntime.KeepSilent();
        using var session = new SessionOptions
        {
            IntraOpNumThreads = options.Threads,
            InterOpNumThreads = 1,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        // A worker that spins between frames would burn the second core for nothing.
        // Where the environment was not asked, as on Windows.
        OrtEnv.Instance().DisableTelemetryEvents();
        session.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        _detector = new(options.ModelsFolder, session);
        _reader = new(options.ModelsFolder, session);
    }

    /// <summary>The characters that texts are made of.</summary>
    public PlateAlphabet Alphabet => _reader.Alphabet;

    /// <summary>Every plate of the frame, the most certain place first. Never null, often empty.</summary>
    /// <param name="frame">Stays the caller's.</param>
    public IReadOnlyList<PlateObservation> Read(Frame frame) => Read(frame, Whole(frame));

    /// <summary>The same in a window of the frame alone, where something moves: small plates are seen larger there.</summary>
    /// <param name="frame">Stays the caller's.</param>
    /// <param name="window">Pixels of the frame; what lies outside it is cut off.</param>
    /// <param name="lookAgain">False: hard crops are not read a second time along other corners; for films, where the next frame is another look.</param>
    public IReadOnlyList<PlateObservation> Read(Frame frame, PixelBox window, bool lookAgain = true)
    {
        lock (_gate)
        {
            // 1. Where plates may be, and what stands there; closer, where no place is surely a plate.
            var (candidates, readings) = Find(frame, window, closer: lookAgain);
            // 2. Once more where the text is unclear.
            if (lookAgain)
                LookAgain(frame, candidates, readings);
            // 3. What of it can be a plate at all.
            return [.. candidates.Zip(readings).Where(p => IsPlate(p.First, p.Second)).Select(p => Judge(p.First, p.Second))];
        }
    }

    /// <summary>The same stages as <see cref="Read(Frame)"/>, each with what it found; also the places that were taken for no plate.</summary>
    /// <param name="frame">Stays the caller's.</param>
    public IReadOnlyList<PlateExplanation> Explain(Frame frame)
    {
        lock (_gate)
        {
            var (candidates, first) = Find(frame, Whole(frame), closer: true);
            var readings = first.ToArray();
            LookAgain(frame, candidates, readings);
            return [.. candidates.Select((candidate, i) => Explain(frame, candidate, first[i], readings[i]))];
        }
    }

    /// <summary>The text, country and confidence of slot scores, as the shapes of plates let them be read: never a character the reader did not see.</summary>
    public DecodedPlate Decode(SlotScores scores) => _grammar.Decode(scores);

    /// <summary>Whether a text has the shape of a plate of some country known to us.</summary>
    public bool HasPlateShape(string text) => _grammar.Knows(text);

    public void Dispose()
    {
        _detector.Dispose();
        _reader.Dispose();
    }

    internal IReadOnlyList<Candidate> Detect(Frame frame)
    {
        lock (_gate)
            return _detector.Find(frame, Whole(frame));
    }

    internal CropReading[] ReadCrops(Frame frame, IReadOnlyList<Quad> quads)
    {
        lock (_gate)
            return _reader.Read(frame, quads);
    }

    private static PixelBox Whole(Frame frame) => new(0, 0, frame.Width, frame.Height);

    private (IReadOnlyList<Candidate> Candidates, CropReading[] Readings) Find(Frame frame, PixelBox window, bool closer)
    {
        var candidates = _detector.Find(frame, window);
        var readings = _reader.Read(frame, [.. candidates.Select(c => c.Corners)]);
        if (!closer || candidates.Zip(readings).Any(p => _detector.PlateScore(p.First, p.Second.Legible) >= SurePlate))
            return (candidates, readings);
        candidates = _detector.FindCloser(frame, window, candidates);
        return (candidates, _reader.Read(frame, [.. candidates.Select(c => c.Corners)]));
    }

    private void LookAgain(Frame frame, IReadOnlyList<Candidate> candidates, CropReading[] readings)
    {
        for (var i = 0; i < readings.Length; i++)
        {
            if (SecondLook.Helps(readings[i]))
                readings[i] = SecondLook.Join(readings[i], _reader.Read(frame, SecondLook.Corners(candidates[i].Corners)), _grammar.Decode);
        }
    }

    private PlateExplanation Explain(Frame frame, Candidate candidate, CropReading first, CropReading last)
    {
        var observation = Judge(candidate, last);
        var (kept, shape) = (IsPlate(candidate, last), _grammar.Knows(observation.Text));
        return new()
        {
            Observation = observation,
            FirstLook = first.Scores,
            LookedAgain = !ReferenceEquals(first.Scores, last.Scores),
            Legibility = last.Legible,
            HasPlateShape = shape,
            Kept = kept,
            Reason = !kept ? "taken for no plate: the detector and the reader's legibility together are not sure enough"
                : observation.Legible ? ""
                : last.Legible < MinLegible ? "not legible: the reader sees no text a person could read"
                : !shape ? "not legible: no country's plates have this shape"
                : "not legible: the text is too unsure",
            CropJpeg = _reader.CropJpeg(frame, candidate.Corners),
        };
    }

    private bool IsPlate(Candidate candidate, CropReading reading) =>
        _detector.IsPlate(_detector.PlateScore(candidate, reading.Legible));

    private PlateObservation Judge(Candidate candidate, CropReading reading)
    {
        var decoded = _grammar.Decode(reading.Scores);
        return new()
        {
            Text = decoded.Text,
            Country = decoded.Country,
            Confidence = decoded.Confidence * Math.Min(1, reading.Legible * 2),
            DetectorScore = candidate.Score,
            PlateScore = _detector.PlateScore(candidate, reading.Legible),
            TwoRows = (candidate.TwoRows + reading.TwoRows) / 2,
            Legible = reading.Legible >= MinLegible && decoded.Confidence >= MinConfidence && _grammar.Knows(decoded.Text),
            Corners = candidate.Corners,
            Slots = reading.Scores,
            Sharpness = reading.Sharpness,
        };
    }
}
