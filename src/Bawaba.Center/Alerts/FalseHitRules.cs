namespace Bawaba.Center.Alerts;

/// <summary>When a camera misreads too often to be compared with. Settings cannot loosen it.</summary>
public static class FalseHitRules
{
    public const int LeastDecided = 20;
    public const double MostShare = 0.2;
    public static readonly TimeSpan Window = TimeSpan.FromDays(7);
}
