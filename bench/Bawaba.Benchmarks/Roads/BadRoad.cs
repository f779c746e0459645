// A road between two network namespaces that is as bad as it is told to be: this process carries every packet from one tunnel
// device to another, late or never. In user space, because kernels are often built without what makes a link bad on purpose.
// Used by the road trials, which run in a namespace of their own (Namespaces): no real device is touched.
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Bawaba.Benchmarks.Roads;

internal sealed partial class BadRoad
{
    /// <summary>The center's address on the road.</summary>
    internal const string Center = "10.213.7.1";

    /// <summary>The namespace the gate lives in.</summary>
    internal const string GateSide = "gate";
    private const string Gate = "10.213.7.2";
    private const string NearDevice = "road0";
    private const string FarDevice = "road1";
    private const int MaxPacketBytes = 2048;
    private const double LostShare = 0.05;

    // A modem's queue: what comes when it is full is dropped.
    private const string QueuedPackets = "20";
    private const uint TunSetIff = 0x400454ca;
    private const short TunWithoutHeader = 0x1001;
    private readonly Random _random = new(1);
    private volatile RoadState _state = RoadState.Good;

    /// <summary>Bits a second while the road is slow.</summary>
    internal int SlowBitsPerSecond { get; init; } = 64_000;

    internal RoadState State { get => _state; set => _state = value; }

    /// <summary>Makes the road; it lives as long as this process.</summary>
    internal async Task OpenAsync()
    {
        var (near, far) = (Tunnel(NearDevice), Tunnel(FarDevice));
        await Namespaces.IpAsync("netns", "add", GateSide);
        await Namespaces.IpAsync("link", "set", FarDevice, "netns", GateSide);
        await Namespaces.IpAsync("addr", "add", Center, "peer", Gate, "dev", NearDevice);
        await Namespaces.IpAsync("link", "set", NearDevice, "txqueuelen", QueuedPackets, "up");
        await Namespaces.IpAsync("-n", GateSide, "addr", "add", Gate, "peer", Center, "dev", FarDevice);
        await Namespaces.IpAsync("-n", GateSide, "link", "set", FarDevice, "txqueuelen", QueuedPackets, "up");
        await Namespaces.IpAsync("-n", GateSide, "link", "set", "lo", "up");
        Carry(near, far);
        Carry(far, near);
    }

    private void Carry(FileStream from, FileStream to) => new Thread(() =>
    {
        var packet = new byte[MaxPacketBytes];
        var freeAt = Stopwatch.GetTimestamp();
        using var never = new ManualResetEvent(false);
        while (from.Read(packet) is > 0 and var length)
        {
            var state = State;
            if (state is RoadState.Cut || (state is RoadState.Lossy && Lost()))
                continue;
            if (state is RoadState.Slow)
            {
                freeAt = Math.Max(freeAt, Stopwatch.GetTimestamp()) + (long)(length * 8.0 / SlowBitsPerSecond * Stopwatch.Frequency);
                if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), freeAt) is { Ticks: > 0 } wait)
                    never.WaitOne(wait);
            }
            to.Write(packet, 0, length);
        }
    }) { IsBackground = true, Name = "a bad road" }.Start();

    private bool Lost()
    {
        lock (_random)
            return _random.NextDouble() < LostShare;
    }

    private static FileStream Tunnel(string name)
    {
        // struct ifreq: a name of 16 bytes, then the flags.
        var request = new byte[40];
        Encoding.ASCII.GetBytes(name, request);
        BitConverter.TryWriteBytes(request.AsSpan(16), TunWithoutHeader);
        SafeFileHandle handle = File.OpenHandle(Namespaces.Tunnels, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        return Ioctl(handle, TunSetIff, request) == 0
            ? new(handle, FileAccess.ReadWrite, bufferSize: 0)
            : throw new Win32Exception(Marshal.GetLastPInvokeError(), string.Create(CultureInfo.InvariantCulture, $"no tunnel device {name}"));
    }

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Ioctl(SafeFileHandle file, nuint request, byte[] argument);
}
