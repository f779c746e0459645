// Takes an H.264 byte stream (ITU-T H.264 annex B) apart into pictures. Called by the films. Input is limited: a unit
// or a picture larger than the limits ends the reading with an error instead of eating memory.
using System.Runtime.CompilerServices;

namespace Bawaba.Simulator.Cameras;

internal sealed class AnnexBReader(Stream stream)
{
    private const int MaxUnitBytes = 8 << 20;
    private const int MaxUnitsPerPicture = 256;
    private byte[] _buffer = new byte[1 << 16];
    private int _filled;
    private int _scanned;
    private int _unitStart = -1;

    private static ReadOnlySpan<byte> StartCode => [0, 0, 1];

    /// <summary>Pictures in coding order, without times.</summary>
    internal async IAsyncEnumerable<AccessUnit> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var units = new List<ReadOnlyMemory<byte>>();
        var hasPicture = false;
        while (await NextUnitAsync(cancellation).ConfigureAwait(false) is { } unit)
        {
            if (hasPicture && BeginsNext(unit.Span))
            {
                yield return new() { Units = [.. units] };
                units.Clear();
                hasPicture = false;
            }
            hasPicture |= NalTypes.IsPicture(unit.Span);
            units.Add(unit);
            if (units.Count > MaxUnitsPerPicture)
                throw new InvalidDataException($"A picture has more than {MaxUnitsPerPicture} units.");
        }
        if (hasPicture)
            yield return new() { Units = [.. units] };
    }

    private static bool BeginsNext(ReadOnlySpan<byte> unit) =>
        NalTypes.BeginsPicture(unit) || NalTypes.Of(unit) is NalType.Sei or NalType.Sps or NalType.Pps or NalType.Delimiter;

    private async ValueTask<ReadOnlyMemory<byte>?> NextUnitAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (TryCutUnit(out var unit))
            {
                if (unit.Length > 0)
                    return unit;
                continue;
            }
            if (await FillAsync(cancellation).ConfigureAwait(false))
                continue;
            if (_unitStart < 0)
                return null;
            unit = Copy(_unitStart, _filled);
            _unitStart = -1;
            if (unit.Length > 0)
                return unit;
        }
    }

    // True when a start code was found; the unit before it may be empty.
    private bool TryCutUnit(out ReadOnlyMemory<byte> unit)
    {
        unit = default;
        var at = _buffer.AsSpan(_scanned, _filled - _scanned).IndexOf(StartCode);
        if (at < 0)
        {
            // A start code may lie half in what is still to come.
            _scanned = Math.Max(_scanned, _filled - 2);
            return false;
        }
        at += _scanned;
        if (_unitStart >= 0)
            unit = Copy(_unitStart, at);
        _unitStart = _scanned = at + StartCode.Length;
        return true;
    }

    // Zeros behind a unit belong to the next start code.
    private ReadOnlyMemory<byte> Copy(int from, int until) => _buffer.AsSpan(from, until - from).TrimEnd((byte)0).ToArray();

    private async ValueTask<bool> FillAsync(CancellationToken cancellation)
    {
        var keepFrom = _unitStart >= 0 ? _unitStart : _scanned;
        if (keepFrom > 0)
        {
            _buffer.AsSpan(keepFrom, _filled - keepFrom).CopyTo(_buffer);
            _filled -= keepFrom;
            _scanned -= keepFrom;
            _unitStart = _unitStart >= 0 ? 0 : -1;
        }
        if (_filled == _buffer.Length)
        {
            if (_buffer.Length >= MaxUnitBytes)
                throw new InvalidDataException($"A unit is larger than {MaxUnitBytes} bytes.");
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
        var read = await stream.ReadAsync(_buffer.AsMemory(_filled), cancellation).ConfigureAwait(false);
        _filled += read;
        return read > 0;
    }
}
