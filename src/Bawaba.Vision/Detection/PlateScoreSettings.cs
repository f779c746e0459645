namespace Bawaba.Vision.Detection;

/// <summary>How sure it is that a place is a plate, from both networks: a logistic line through their logits, fitted on photos
/// that taught neither (training.judge).</summary>
internal sealed record PlateScoreSettings
{
    // A logit that a single-precision probability of nearly 0 or 1 cannot run away with.
    private const float Rim = 1e-4f;

    /// <summary>Weight of the detector's logit.</summary>
    public required float Detector { get; init; }

    /// <summary>Weight of the legibility's logit.</summary>
    public required float Legible { get; init; }

    public required float Offset { get; init; }

    /// <summary>From this probability on a place is taken for a plate.</summary>
    public required float Least { get; init; }

    internal float Of(float detector, float legible) =>
        1 / (1 + MathF.Exp(-((Detector * Logit(detector)) + (Legible * Logit(legible)) + Offset)));

    private static float Logit(float chance)
    {
        var inside = Math.Clamp(chance, Rim, 1 - Rim);
        return MathF.Log(inside / (1 - inside));
    }
}
