// `bawaba read --explain FILE`: one page a run, with each photo's places and what every stage made of them, so that a
// miss can be laid at a stage's door. It holds plates: a laboratory's work, refused at gates.
using System.Globalization;
using System.Net;
using System.Text;
using Bawaba.Vision;
using Bawaba.Vision.Photos;
using Bawaba.Vision.Plates;
using Bawaba.Vision.Recognition;

namespace Bawaba.Reading;

internal sealed class ExplainPage(string path)
{
    private const int WidestPicture = 1280;

    private const string Head = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>bawaba read --explain</title><style>
        body{font:15px/1.5 system-ui,sans-serif;margin:1.5rem;background:#f6f6f4;color:#1a1d20}
        figure{position:relative;margin:0;max-width:1280px}figure img{width:100%;display:block}figure svg{position:absolute;inset:0;width:100%;height:100%}
        polygon{fill:none;stroke-width:2;vector-effect:non-scaling-stroke}.read polygon,.read{stroke:#0a7f45}.unsure{stroke:#c77700}.dropped{stroke:#c02626;stroke-dasharray:6 4}
        svg text{font:bold 16px sans-serif;paint-order:stroke;stroke:#fff;stroke-width:4px;fill:#111}
        section{background:#fff;border:1px solid #d6d6d0;padding:.8rem 1rem;margin:1rem 0;border-inline-start:6px solid #c02626}section.is-read{border-inline-start-color:#0a7f45}section.is-unsure{border-inline-start-color:#c77700}
        section img{width:480px;max-width:100%;image-rendering:pixelated;border:1px solid #999}
        table{border-collapse:collapse;margin:.5rem 0}td,th{border:1px solid #d6d6d0;padding:.15rem .55rem;text-align:center}th{background:#eee;font-weight:600}
        .plate{font:bold 1.4rem monospace;unicode-bidi:plaintext}.weak{color:#777}
        </style></head><body>
        """;

    private readonly StringBuilder _body = new(Head);

    /// <summary>Adds one photo.</summary>
    internal void Add(string source, Frame frame, IReadOnlyList<PlateExplanation> places)
    {
        _body.Append(Text($"<h1>{source}</h1><p>{frame.Width}×{frame.Height} px, {places.Count} place(s), {places.Count(p => p.Kept)} kept</p>"));
        _body.Append(Text($"<figure><img alt=\"the photo\" src=\"{Data(Pixels.ToJpeg(frame, WidestPicture, 85))}\"><svg viewBox=\"0 0 {frame.Width} {frame.Height}\">"));
        for (var i = 0; i < places.Count; i++)
            AddOutline(i + 1, places[i]);
        _body.Append("</svg></figure>\n");
        for (var i = 0; i < places.Count; i++)
            AddPlace(i + 1, places[i]);
    }

    /// <summary>Null, or why the page could not be written.</summary>
    internal string? Write()
    {
        try
        {
            File.WriteAllText(path, _body + "</body></html>\n", new UTF8Encoding(false));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"the page could not be written: {e.Message}";
        }
    }

    private void AddOutline(int number, PlateExplanation place)
    {
        var q = place.Observation.Corners;
        PixelPoint[] corners = [q.TopLeft, q.TopRight, q.BottomRight, q.BottomLeft];
        var points = string.Join(' ', corners.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X:0.#},{p.Y:0.#}")));
        _body.Append(Text($"<polygon class=\"{Word(place)}\" points=\"{points}\"/><text x=\"{q.Box.X0:0}\" y=\"{q.Box.Y0 - 6:0}\">{number}</text>"));
    }

    private void AddPlace(int number, PlateExplanation place)
    {
        var o = place.Observation;
        var (first, text) = (place.FirstLook.Decode(), o.Text.Length > 0 ? o.Text : "(nothing)");
        _body.Append(Text($"<section class=\"is-{Word(place)}\"><h2>{number} · <bdi class=\"plate\">{text}</bdi></h2><img alt=\"the crop\" src=\"{Data(place.CropJpeg)}\"><table>"));
        Row("1 detector", Text($"score {o.DetectorScore:0.000}, {o.Corners.Width:0} × {o.Corners.Height:0} px, {(o.TwoRows >= 0.5f ? "two rows" : "one row")} ({o.TwoRows:0.00})"));
        Row("2 first look", Text($"<bdi>{first.Text}</bdi> {first.Country}, {first.Confidence:P1}; legibility {place.Legibility:0.00}; sharpness {o.Sharpness:0.00}"));
        Row("3 second look", place.LookedAgain ? Text($"along five other cuts; together <bdi>{o.Text}</bdi> {o.Country}, {o.Confidence:P1}") : "not needed, or nothing to see");
        Row("4 grammar", Grammar(place));
        Row("5 a plate?", Text($"{o.PlateScore:0.000} by the detector and the legibility together"));
        Row("6 outcome", place.Reason.Length == 0 ? "read" : WebUtility.HtmlEncode(place.Reason));
        _body.Append("</table>");
        AddSlots(o.Slots);
        _body.Append("</section>\n");
    }

    private static string Grammar(PlateExplanation place)
    {
        var (plain, chosen) = (place.Observation.Slots.Decode().Text, place.Observation.Text);
        if (!place.HasPlateShape)
            return "no plate known to us has this shape, and no text of the slots' three best characters is likely enough to take its place";
        return plain == chosen
            ? "a shape that plates have; nothing to choose"
            : Text($"the likeliest characters, <bdi>{plain}</bdi>, make no plate that is as likely; of each slot's three best, <bdi>{chosen}</bdi> does");
    }

    private void AddSlots(SlotScores slots)
    {
        _body.Append("<table><tr><th>slot</th><th>first</th><th>second</th><th>third</th></tr>");
        for (var slot = 0; slot < slots.Slots; slot++)
        {
            var top = slots.TopThree(slot);
            _body.Append(Text($"<tr><td>{slot + 1}</td>"));
            foreach (var (character, probability) in top)
                _body.Append(Text($"<td><bdi>{(character.Length > 0 ? character : "–")}</bdi> <span class=\"weak\">{probability:P1}</span></td>"));
            _body.Append("</tr>");
            if (top[0].Character.Length == 0)
                break;
        }
        _body.Append("</table>");
    }

    private void Row(string name, string html) => _body.Append("<tr><th>").Append(name).Append("</th><td>").Append(html).Append("</td></tr>");

    private static string Word(PlateExplanation place) => !place.Kept ? "dropped" : place.Observation.Legible ? "read" : "unsure";

    private static string Data(byte[] jpeg) => "data:image/jpeg;base64," + Convert.ToBase64String(jpeg);

    // Numbers as everywhere in files; whatever comes from outside cannot become markup.
    private static string Text(FormattableString text) => string.Format(
        CultureInfo.InvariantCulture, text.Format, [.. text.GetArguments().Select(a => a is string s ? WebUtility.HtmlEncode(s) : a)]);
}
