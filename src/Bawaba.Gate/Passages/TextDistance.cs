namespace Bawaba.Gate.Passages;

/// <summary>How many characters two texts differ by (Levenshtein 1966).</summary>
internal static class TextDistance
{
    internal static int Between(string a, string b)
    {
        Span<int> row = stackalloc int[Math.Min(b.Length, 63) + 1];
        a = a.Length > 63 ? a[..63] : a;
        b = b.Length > 63 ? b[..63] : b;
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = row[j];
                row[j] = cost;
            }
        }
        return row[b.Length];
    }
}
