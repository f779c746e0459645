namespace Bawaba.Gate.Commissioning;

/// <summary>What trying a camera's address gave. Closed.</summary>
internal abstract record AddressTest
{
    private AddressTest()
    {
    }

    /// <param name="Jpeg">The first picture.</param>
    /// <param name="WidthPx">Of the stream, not of the JPEG.</param>
    /// <param name="HeightPx">Of the stream.</param>
    internal sealed record Seen(byte[] Jpeg, int WidthPx, int HeightPx) : AddressTest;

    /// <param name="ReasonCode">As of a camera's state.</param>
    /// <param name="Detail">ffmpeg's own words, without credentials.</param>
    internal sealed record Failed(string ReasonCode, string Detail) : AddressTest;

    /// <summary>Another test is running, or the disk does not take the record.</summary>
    internal sealed record NotNow : AddressTest;
}
