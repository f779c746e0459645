// Opens a camera's address as its worker would, for one picture. Used by TechnicianDesk. Promises: one at a time, within its patience;
// nothing but rtsp and rtsps is spoken, and never to this machine's own services of the cloud kind (169.254.0.0/16); what fails is
// said without credentials.
using System.Net;
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
            return IsLinkLocal(address) ? new AddressTest.Failed("wrong-scheme", "link-local addresses are not opened") : await OpenAsync(address, credentials, cancellation).ConfigureAwait(false);
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

    private static bool IsLinkLocal(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip)
        && (ip.IsIPv6LinkLocal || (ip.MapToIPv4().GetAddressBytes() is [169, 254, ..]));
}
