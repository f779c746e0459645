// Small H.264 byte streams for tests: the right unit types and borders, nonsense inside.
using Bawaba.Simulator.Cameras;

namespace Bawaba.Tests.Simulator.Cameras;

internal static class CodedPictures
{
    internal static readonly byte[] Sps = [0x67, 0x42, 0xC0, 0x1E, 0x11];
    internal static readonly byte[] Pps = [0x68, 0xCE, 0x3C, 0x80];

    internal static byte[] Key(int bytes = 40) => Unit(0x65, bytes);

    internal static byte[] Other(int bytes = 20) => Unit(0x41, bytes);

    internal static byte[] Stream(params IEnumerable<byte[]> units) => [.. units.SelectMany(unit => (byte[])[0, 0, 0, 1, .. unit])];

    /// <summary>A key picture with parameter sets, then others.</summary>
    internal static byte[] Film(int pictures) =>
        Stream([Sps, Pps, Key(), .. Enumerable.Range(1, pictures - 1).Select(i => Other(20 + i))]);

    internal static async Task<List<AccessUnit>> TakeAsync(IAsyncEnumerable<AccessUnit> film, int pictures)
    {
        var taken = new List<AccessUnit>();
        await foreach (var picture in film)
        {
            taken.Add(picture);
            if (taken.Count == pictures)
                break;
        }
        return taken;
    }

    // A slice begins with first_mb_in_slice = 0: its first bit is 1. No zeros inside, so no start code either.
    private static byte[] Unit(byte header, int bytes) => [header, 0x88, .. Enumerable.Range(0, bytes).Select(i => (byte)((i % 250) + 1))];
}
