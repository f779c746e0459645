// Live video of one camera: an ffmpeg that copies its stream into pieces. Run by SharedVideo while somebody watches.
// Promises: the child is dead when it returns; an error carries no password.
using Bawaba.Contracts.Video;
using Bawaba.Gate.Cameras;

namespace Bawaba.Gate.Live;

internal sealed class LiveCamera(VideoInput input)
{
    private static readonly TimeSpan NoPartLimit = TimeSpan.FromSeconds(20);

    /// <summary>Offers pieces until it is cancelled; throws what ended the stream.</summary>
    internal async Task CopyAsync(VideoFanOut fanOut, CancellationToken cancellation)
    {
        // Most cameras describe their stream: the first picture comes in a third of the time. The others show their sets on the way.
        if (!await CopyAsync(fanOut, looksFirst: false, cancellation).ConfigureAwait(false))
            await CopyAsync(fanOut, looksFirst: true, cancellation).ConfigureAwait(false);
    }

    /// <summary>False when nothing came because the stream has to be looked into first.</summary>
    private async Task<bool> CopyAsync(VideoFanOut fanOut, bool looksFirst, CancellationToken cancellation)
    {
        var came = false;
        using var child = await ChildProcesses.StartAsync(FfmpegCommand.Program, FfmpegCommand.CopyArguments(looksFirst)).ConfigureAwait(false);
        var speech = new FfmpegSpeech(input.Credentials);
        var listening = speech.ListenAsync(child.StandardError);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            await child.StandardInput.WriteAsync(FfmpegCommand.Script(input, looksFirst)).ConfigureAwait(false);
            child.StandardInput.Close();
            patience.CancelAfter(NoPartLimit);
            await foreach (var part in Mp4Splitter.ReadAsync(child.StandardOutput.BaseStream, patience.Token).ConfigureAwait(false))
            {
                patience.CancelAfter(NoPartLimit);
                came = true;
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
        var fault = speech.ToFault(child.ExitCode);
        // A refused password is not tried twice.
        if (!came && !looksFirst && fault.ReasonCode is ("failed" or "not-video"))
            return false;
        throw new VideoUnavailableException("ended", fault.Message);
    }
}
