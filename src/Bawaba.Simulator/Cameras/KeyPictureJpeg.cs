// A coded key picture as JPEG, through ffmpeg. Called for snapshots; few at a time, and the child is gone when it returns.
namespace Bawaba.Simulator.Cameras;

internal static class KeyPictureJpeg
{
    private const int MaxBytes = 8 << 20;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);
    private static readonly SemaphoreSlim AtOnce = new(2);
    private static readonly byte[] StartCode = [0, 0, 0, 1];
    private static readonly string[] Arguments =
        ["-hide_banner", "-v", "error", "-f", "h264", "-i", "pipe:0", "-frames:v", "1", "-q:v", "4", "-f", "mjpeg", "pipe:1"];

    /// <summary>Throws <see cref="InvalidDataException"/> when it cannot be decoded.</summary>
    internal static async Task<byte[]> OfAsync(AccessUnit picture, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        await AtOnce.WaitAsync(limit.Token).ConfigureAwait(false);
        try
        {
            using var child = await FfmpegRun.StartAsync("ffmpeg", Arguments).ConfigureAwait(false);
            try
            {
                var reading = ReadAsync(child.StandardOutput.BaseStream, limit.Token);
                var input = child.StandardInput.BaseStream;
                foreach (var unit in picture.Units)
                {
                    await input.WriteAsync(StartCode, limit.Token).ConfigureAwait(false);
                    await input.WriteAsync(unit, limit.Token).ConfigureAwait(false);
                }
                child.StandardInput.Close();
                var jpeg = await reading.ConfigureAwait(false);
                return jpeg.Length > 0 ? jpeg : throw new InvalidDataException("The picture could not be decoded.");
            }
            finally
            {
                if (!child.HasExited)
                    child.Kill();
                await child.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }
        finally
        {
            AtOnce.Release();
        }
    }

    private static async Task<byte[]> ReadAsync(Stream output, CancellationToken cancellation)
    {
        using var jpeg = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (await output.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var read)
        {
            jpeg.Write(buffer, 0, read);
            if (jpeg.Length > MaxBytes)
                throw new InvalidDataException("The picture is too large.");
        }
        return jpeg.ToArray();
    }
}
