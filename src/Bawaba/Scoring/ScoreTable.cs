// The rows of a scoring run: one for each set or country, and under it one for each width of plate and condition.
using System.Globalization;

namespace Bawaba.Scoring;

internal sealed class ScoreTable
{
    private static readonly int[] WidthSteps = [40, 60, 80, 120, 160, 240];
    private readonly SortedDictionary<string, ScoreRow> _rows = new(StringComparer.Ordinal);

    internal ScoreRow this[string name]
    {
        get
        {
            if (!_rows.TryGetValue(name, out var row))
                _rows[name] = row = new();
            return row;
        }
    }

    /// <summary>One plate of a picture: counted in the row of its group and in one a condition.</summary>
    internal void Count(string group, IEnumerable<string> conditions, bool found, bool? exact)
    {
        foreach (var row in conditions.Select(c => $"{group} · {c}").Append(group).Select(name => this[name]))
        {
            row.Plates++;
            row.Found += found ? 1 : 0;
            row.Texts += exact is null ? 0 : 1;
            row.Exact += exact == true ? 1 : 0;
        }
    }

    /// <summary>The condition of a plate so many pixels wide.</summary>
    internal static string Width(float px)
    {
        var above = Array.FindIndex(WidthSteps, step => px < step);
        return above switch
        {
            0 => $"width    < {WidthSteps[0]} px",
            < 0 => $"width {WidthSteps[^1],4} px and more",
            _ => string.Create(CultureInfo.InvariantCulture, $"width {WidthSteps[above - 1],4}–{WidthSteps[above]} px"),
        };
    }

    internal void Print(string title, TextWriter to)
    {
        to.WriteLine(title);
        to.WriteLine(ScoreRow.Heading);
        foreach (var (name, row) in _rows)
            to.WriteLine(row.Line(name));
        to.WriteLine();
    }
}
