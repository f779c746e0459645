// Live video of one camera: an ffmpeg that copies its stream into pieces. Run by SharedVideo while somebody watches.
// Promises: the child is dead when it returns; an error carries no password.
using Bawaba.Contracts.Video;
using Bawaba.Gate.Cameras;

namespace Bawaba.Gate.Live;

internal sealed class LiveCamera(VideoInput input)
{
    private static readonly TimeSpan NoPartLimit = TimeSpan.FromSeconds(20);

    internal async Task CopyAsync(VideoFanOut fanOut, CancellationToken cancellation)
    {
        using var child = await ChildProcesses.StartAsync(FfmpegCommand.Program, FfmpegCommand.CopyArguments()).ConfigureAwait(false);
        var speech = new FfmpegSpeech(input.Credentials);
        var listening = speech.ListenAsync(child.StandardError);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            await child.StandardInput.WriteAsync(FfmpegCommand.Script(input)).ConfigureAwait(false);
            child.StandardInput.Close();
            patience.CancelAfter(NoPartLimit);
            await foreach (var part in Mp4Splitter.ReadAsync(child.StandardOutput.BaseStream, patience.Token).ConfigureAwait(false))
            {
                patience.CancelAfter(NoPartLimit);
                fanOut.Offer(part);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new VideoUnavailableException("no-answer", $"no picture for {NoPartLimit.TotalSeconds:0} s");
        }
        catch (InvalidDataException e)
        {
            throw new VideoUnavailableException("codec", e.Message);
        }
        catch (IOException)
        {
            // The child died at once or in the middle of a piece: its last words say why.
        }
        finally
        {
            await ChildProcesses.EndAsync(child).ConfigureAwait(false);
            await listening.ConfigureAwait(false);
        }
        cancellation.ThrowIfCancellationRequested();
        throw new VideoUnavailableException("ended", speech.ToFault(child.ExitCode).Message);
    }
}
