namespace Bawaba.Simulator.Stage.Vehicles;

/// <summary>A cross-section of a body, metres: place along it, half its width, its lowest and highest points.</summary>
/// <param name="Narrowing">By what share its top is narrower than its bottom.</param>
internal readonly record struct Station(float Y, float HalfWidth, float Bottom, float Top, float Narrowing = 0)
{
    private const float WidestGapMetres = 0.8f;

    /// <summary>The same course with stations close enough that one behind the camera takes little of the body with it.</summary>
    internal static List<Station> Close(ReadOnlySpan<Station> stations)
    {
        var close = new List<Station>(stations.Length) { stations[0] };
        for (var i = 1; i < stations.Length; i++)
        {
            var (a, b) = (stations[i - 1], stations[i]);
            var steps = (int)MathF.Ceiling((b.Y - a.Y) / WidestGapMetres);
            for (var step = 1; step <= steps; step++)
                close.Add(Between(a, b, step / (float)steps));
        }
        return close;
    }

    private static Station Between(Station a, Station b, float share) => new(
        float.Lerp(a.Y, b.Y, share), float.Lerp(a.HalfWidth, b.HalfWidth, share), float.Lerp(a.Bottom, b.Bottom, share),
        float.Lerp(a.Top, b.Top, share), float.Lerp(a.Narrowing, b.Narrowing, share));
}
