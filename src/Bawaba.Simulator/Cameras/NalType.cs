namespace Bawaba.Simulator.Cameras;

/// <summary>The NAL unit types told apart here (ITU-T H.264, table 7-1).</summary>
internal enum NalType
{
    Slice = 1,
    Idr = 5,
    Sei = 6,
    Sps = 7,
    Pps = 8,
    Delimiter = 9,
}

internal static class NalTypes
{
    internal static NalType Of(ReadOnlySpan<byte> unit) => (NalType)(unit[0] & 0x1F);

    internal static bool IsPicture(ReadOnlySpan<byte> unit) => (int)Of(unit) is >= 1 and <= 5;

    /// <summary>True for a slice that begins its picture: first_mb_in_slice is 0, coded as a single 1 bit.</summary>
    internal static bool BeginsPicture(ReadOnlySpan<byte> unit) => IsPicture(unit) && unit.Length > 1 && (unit[1] & 0x80) != 0;
}
