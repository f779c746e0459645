// Opens a camera's address as its worker would, for one picture. Used by TechnicianDesk. Promises: one at a time, within its patience;
// nothing but rtsp and rtsps is spoken, and never to this machine's own services of the cloud kind (169.254.0.0/16); what fails is
// said without credentials.
using System.Net;
using System.Net.Sockets;
using Bawaba.Gate.Cameras;
using Bawaba.Vision.Photos;

namespace Bawaba.Gate.Commissioning;

internal sealed class AddressTester(TimeProvider time)
{
    private const int PictureWidthPx = 960;
    private const int Quality = 75;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private int _running;

    internal async Task<AddressTest> RunAsync(string address, CameraCredentials? credentials, CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref _running, 1) != 0)
            return new AddressTest.NotNow();
        try
        {
            return await IsLinkLocalAsync(address, cancellation).ConfigureAwait(false) ? new AddressTest.Failed("wrong-scheme", "link-local addresses are not opened") : await OpenAsync(address, credentials, cancellation).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Exchange(ref _running, 0);
        }
    }

    private async Task<AddressTest> OpenAsync(string address, CameraCredentials? credentials, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var timer = time.CreateTimer(_ => patience.Cancel(), null, Patience, Timeout.InfiniteTimeSpan);
        var input = new VideoInput { Address = address, Credentials = credentials, MaxFramesPerSecond = 1 };
        try
        {
            await foreach (var (frame, _) in new FfmpegSource(input, time).ReadFramesAsync(patience.Token).ConfigureAwait(false))
            {
                using (frame)
                    return new AddressTest.Seen(Pixels.ToJpeg(frame, PictureWidthPx, Quality), frame.Width, frame.Height);
            }
            return new AddressTest.Failed("ended", "the stream ended before a picture came");
        }
        catch (CameraFault e)
        {
            return new AddressTest.Failed(e.ReasonCode, e.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new AddressTest.Failed("no-answer", $"no picture within {Patience.TotalSeconds:0} s");
        }
    }

    // By whatever name: what a name stands for is looked up, as it will be when the stream is opened.
    private static async Task<bool> IsLinkLocalAsync(string address, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
            return false;
        // The system's resolver takes 2851995646 for an address: what ends in a number and is not written as four is not opened either.
        var last = uri.DnsSafeHost.Split('.')[^1];
        if (last.Length > 0 && (last.All(char.IsAsciiDigit) || last.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            && !(IPAddress.TryParse(uri.DnsSafeHost, out var written) && written.ToString() == uri.DnsSafeHost))
        {
            return true;
        }
        try
        {
            var found = await Dns.GetHostAddressesAsync(uri.DnsSafeHost, cancellation).ConfigureAwait(false);
            return found.Any(ip => ip.IsIPv6LinkLocal || (ip.AddressFamily is AddressFamily.InterNetwork || ip.IsIPv4MappedToIPv6) && ip.MapToIPv4().GetAddressBytes() is [169, 254, ..]);
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            // Nobody of that name: opening it says so.
            return false;
        }
    }
}
