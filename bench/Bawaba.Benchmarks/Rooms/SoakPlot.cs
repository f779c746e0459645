// The figures of a soak as curves over time, one below the other.
using System.Globalization;
using System.Text;

namespace Bawaba.Benchmarks.Rooms;

internal static class SoakPlot
{
    internal const string Disk = "disk, MiB";
    private const int Width = 720;
    private const int Height = 120;

    internal static IReadOnlyList<(string Name, Func<SoakSample, double> Of)> Figures { get; } =
        [("memory, MiB", s => s.MemoryMiB), ("handles", s => s.Handles), ("threads", s => s.Threads), (Disk, s => s.DiskMiB)];

    internal static string Draw(IReadOnlyList<SoakSample> samples)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width + 120}\" height=\"{(Height + 50) * Figures.Count}\" font-family=\"sans-serif\" font-size=\"13\">\n");
        var last = Math.Max(1, samples.Count > 0 ? samples[^1].Seconds : 1);
        foreach (var ((name, of), row) in Figures.Select((figure, row) => (figure, row)))
        {
            var (top, most) = ((row * (Height + 50)) + 25, Math.Max(1, samples.Select(of).DefaultIfEmpty(1).Max()));
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"60\" y=\"{top - 7}\">{name}, {last / 60:0} minutes</text><text x=\"5\" y=\"{top + 10}\">{most:0.0}</text><text x=\"5\" y=\"{top + Height}\">0</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"60\" y=\"{top}\" width=\"{Width}\" height=\"{Height}\" fill=\"none\" stroke=\"#999\"/><polyline fill=\"none\" stroke=\"#06c\" points=\"");
            foreach (var sample in samples)
                svg.Append(CultureInfo.InvariantCulture, $"{60 + (Width * sample.Seconds / last):0.0},{top + Height - (Height * of(sample) / most):0.0} ");
            svg.Append("\"/>\n");
        }
        return svg.Append("</svg>\n").ToString();
    }
}
