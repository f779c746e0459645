// Every place of a scored photo that the detector proposed, kept or not, with what the stages said of it and whether a
// plate stands there: what thresholds are chosen from. No text is in it.
using System.Globalization;
using Bawaba.Vision;
using Bawaba.Vision.Plates;

namespace Bawaba.Scoring;

internal sealed class PlaceLog : IDisposable
{
    private readonly StreamWriter _file;

    internal PlaceLog(string path)
    {
        _file = new(path);
        _file.WriteLine("set\tphoto\tdetector\tlegibility\tconfidence\tshape\tkept\tplate\toverlap");
    }

    /// <summary>Notes the places of one photo; a plate that no place overlaps gets a row of its own with a detector score of 0.</summary>
    internal void Add(TruePhoto photo, IReadOnlyList<PlateExplanation> places, IReadOnlyList<PixelBox> plates)
    {
        foreach (var place in places)
        {
            var (which, overlap) = plates.Select((p, i) => (i, Overlap: p.Overlap(place.Observation.Corners.Box))).Append((-1, 0f)).MaxBy(p => p.Item2);
            Write(photo, place.Observation.DetectorScore, place, overlap > 0 ? which : -1, overlap);
        }
        for (var i = 0; i < plates.Count; i++)
        {
            if (places.All(p => p.Observation.Corners.Box.Overlap(plates[i]) <= 0))
                Write(photo, 0, null, i, 0);
        }
    }

    public void Dispose() => _file.Dispose();

    private void Write(TruePhoto photo, float detector, PlateExplanation? place, int plate, float overlap) => _file.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{photo.Set}\t{Path.GetFileName(photo.Path)}\t{detector:0.0000}\t{place?.Legibility ?? 0:0.0000}\t{place?.Observation.Confidence ?? 0:0.0000}\t{(place?.HasPlateShape == true ? 1 : 0)}\t{(place?.Kept == true ? 1 : 0)}\t{plate}\t{overlap:0.000}"));
}
