using System.Globalization;

namespace Bawaba.Scoring;

/// <summary>Counts of one row of the table.</summary>
internal sealed class ScoreRow
{
    /// <summary>Pictures, or tracks.</summary>
    internal int Pictures { get; set; }

    internal int Plates { get; set; }

    /// <summary>Plates overlapped by a read at IoU 0.5 or more.</summary>
    internal int Found { get; set; }

    /// <summary>Reads on no plate.</summary>
    internal int Extra { get; set; }

    /// <summary>Plates whose text is known.</summary>
    internal int Texts { get; set; }

    internal int Exact { get; set; }

    internal List<double> Milliseconds { get; } = [];

    internal static string Heading { get; } = $"{"",-34}{"pictures",9}{"plates",8}{"found %",9}{"extra each",11}{"texts",7}{"exact %",9}{"ms",7}";

    internal string Line(string name)
    {
        Milliseconds.Sort();
        var ms = Milliseconds.Count == 0 ? "-" : Milliseconds[Milliseconds.Count / 2].ToString("0.0", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture,
            $"{name,-34}{Pictures,9}{Plates,8}{Share(Found, Plates),9}{(Pictures == 0 ? "-" : (Extra / (double)Pictures).ToString("0.000", CultureInfo.InvariantCulture)),11}{Texts,7}{Share(Exact, Texts),9}{ms,7}");
    }

    private static string Share(int part, int whole) => whole == 0 ? "-" : (100.0 * part / whole).ToString("0.0", CultureInfo.InvariantCulture);
}
