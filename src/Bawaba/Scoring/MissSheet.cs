// Pages of what was read wrongly, for a person to look at: a crop, what stands there, what was read. Written only where
// the person who scores asks for it: they hold plates.
using System.Net;
using System.Text;
using Bawaba.Vision;
using Bawaba.Vision.Photos;
using Bawaba.Vision.Plates;

namespace Bawaba.Scoring;

internal sealed class MissSheet(string? folder)
{
    private const int MostOnAPage = 400;

    private const string Head = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>Misses</title><style>
        body{font:13px/1.35 system-ui,sans-serif;margin:1rem;display:flex;flex-wrap:wrap;gap:.6rem}h1{width:100%;margin:0}
        figure{margin:0;width:230px;border:1px solid #ccc;padding:.3rem}img{width:100%;height:110px;object-fit:contain;background:#222}
        b{unicode-bidi:plaintext;font:bold 15px monospace}.got{color:#b00020}figcaption span{display:block;color:#666;overflow-wrap:anywhere}
        </style></head><body>
        """;

    private readonly Dictionary<string, (StringBuilder Page, int Count)> _pages = new(StringComparer.Ordinal);

    /// <summary>Adds one miss; <paramref name="area"/> is where the plate stands, or where one was seen that is none.</summary>
    internal void Add(string page, Frame frame, PixelBox area, string wanted, string got, string about)
    {
        if (folder is null)
            return;
        var (html, count) = _pages.GetValueOrDefault(page, (new(), 0));
        if (count < MostOnAPage)
        {
            var part = new PixelBox(area.X0 - (0.3f * area.Width), area.Y0 - (0.5f * area.Height), area.X1 + (0.3f * area.Width), area.Y1 + (0.5f * area.Height));
            var jpeg = Convert.ToBase64String(Pixels.ToJpeg(frame, part, maxWidthPx: 460, quality: 85));
            html.Append(System.Globalization.CultureInfo.InvariantCulture, $"<figure><img alt=\"\" src=\"data:image/jpeg;base64,{jpeg}\"><figcaption><b>{WebUtility.HtmlEncode(wanted)}</b> · <b class=\"got\">{WebUtility.HtmlEncode(got)}</b><span>{WebUtility.HtmlEncode(about)}</span></figcaption></figure>\n");
        }
        _pages[page] = (html, count + 1);
    }

    /// <summary>Writes every page; says where.</summary>
    internal void Write(TextWriter to)
    {
        if (folder is null)
            return;
        Directory.CreateDirectory(folder);
        foreach (var (name, (html, count)) in _pages.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            var path = Path.Combine(folder, name + ".html");
            File.WriteAllText(path, $"{Head}<h1>{WebUtility.HtmlEncode(name)}: {count}</h1>{html}</body></html>\n", new UTF8Encoding(false));
            to.WriteLine($"{count,6} misses in {path}");
        }
    }
}
