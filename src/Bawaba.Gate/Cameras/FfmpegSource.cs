// Frames of one input through an ffmpeg child: made for one reading, gone with it. Called by CameraWorker for streams
// and by `bawaba read` for files. Promises that the child is dead and every frame disposed or handed over when the
// enumeration ends, and that a failure is a CameraFault without credentials in it.
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Bawaba.Vision;

namespace Bawaba.Gate.Cameras;

/// <summary>Reads a video file or a camera's stream.</summary>
public sealed class FfmpegSource(VideoInput input, TimeProvider time)
{
    private static readonly TimeSpan GoodbyeTimeout = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Yields frames until the input ends, then throws <see cref="CameraFault"/> unless a file ended well. The caller
    /// disposes each frame.
    /// </summary>
    public async IAsyncEnumerable<VideoFrame> ReadFramesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var child = await StartAsync().ConfigureAwait(false);
        var speech = new FfmpegSpeech(input.Credentials);
        var listening = speech.ListenAsync(child.StandardError);
        try
        {
            await HandOverScriptAsync(child).ConfigureAwait(false);
            var reader = new PpmReader(child.StandardOutput.BaseStream, time);
            var frames = 0;
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false) is { } frame)
            {
                frames++;
                yield return new(frame, input.IsStream ? null : await SecondsAsync(speech, frame, cancellation).ConfigureAwait(false));
            }
            await EndAsync(child, listening).ConfigureAwait(false);
            // A truncated file shows what it has; a stream or a file without one picture is a failure.
            if (input.IsStream || frames == 0)
                throw speech.ToFault(child.ExitCode);
        }
        finally
        {
            await StopAsync(child, listening).ConfigureAwait(false);
        }
    }

    private async Task<Process> StartAsync()
    {
        try
        {
            return await ChildProcesses.StartAsync(FfmpegCommand.Program, FfmpegCommand.Arguments(input)).ConfigureAwait(false);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new CameraFault("failed", $"ffmpeg could not be started: {e.Message}");
        }
    }

    private async Task HandOverScriptAsync(Process child)
    {
        try
        {
            if (FfmpegCommand.Script(input) is { } script)
                await child.StandardInput.WriteAsync(script).ConfigureAwait(false);
            child.StandardInput.Close();
        }
        catch (IOException)
        {
            // It died at once; its last words say why.
        }
    }

    private static async Task<double> SecondsAsync(FfmpegSpeech speech, Frame frame, CancellationToken cancellation)
    {
        try
        {
            return await speech.PictureSeconds.ReadAsync(cancellation).ConfigureAwait(false);
        }
        catch
        {
            frame.Dispose();
            throw;
        }
    }

    private static async Task EndAsync(Process child, Task listening)
    {
        using var patience = new CancellationTokenSource(GoodbyeTimeout);
        try
        {
            await child.WaitForExitAsync(patience.Token).ConfigureAwait(false);
            await listening.WaitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            child.Kill(entireProcessTree: true);
            await child.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task StopAsync(Process child, Task listening)
    {
        if (!child.HasExited)
            child.Kill(entireProcessTree: true);
        await child.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        await listening.ConfigureAwait(false);
        child.Dispose();
    }
}
