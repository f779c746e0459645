using Bawaba.Center.Screens;

namespace Bawaba.Center.Video;

/// <summary>How many videos are watched at once, in all and by one account.</summary>
internal sealed class VideoConnections
{
    private const int Most = 64;
    private const int MostPerAccount = 8;

    internal LiveConnections Slots { get; } = new(Most, MostPerAccount);
}
