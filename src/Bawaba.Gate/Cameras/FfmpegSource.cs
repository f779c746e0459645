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
    private const double UnknownStepSeconds = 0.04;
    private static readonly TimeSpan GoodbyeTimeout = TimeSpan.FromSeconds(2);
    private double _lastSeconds = -UnknownStepSeconds;
    private double _offsetSeconds;

    /// <summary>
    /// Yields frames until the input ends, then throws <see cref="CameraFault"/> unless a file ended well. The caller
    /// disposes each frame.
    /// </summary>
    public async IAsyncEnumerable<VideoFrame> ReadFramesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        if (input.WhyRefused() is { } reason)
            throw new CameraFault("wrong-scheme", reason);
        var startedAt = time.GetTimestamp();
        var child = await StartAsync().ConfigureAwait(false);
        var speech = new FfmpegSpeech(input.Credentials);
        var listening = speech.ListenAsync(child.StandardError);
        var reader = new PpmReader(child.StandardOutput.BaseStream, time);
        try
        {
            await HandOverScriptAsync(child).ConfigureAwait(false);
            var frames = 0;
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false) is { } frame)
            {
                frames++;
                yield return new(frame, input.IsStream ? null : await SecondsAsync(speech, frame, cancellation).ConfigureAwait(false));
            }
            await EndAsync(child, listening).ConfigureAwait(false);
            // A stream never ends well, nor does a file without one picture.
            if (input.IsStream || frames == 0)
                throw speech.ToFault(child.ExitCode, input.IsStream && frames == 0 ? time.GetElapsedTime(startedAt) : null);
            if (speech.SaysDamaged)
                throw new CameraFault("damaged", $"the video is damaged or cut short; read {frames} pictures up to {_lastSeconds:0.0} s");
        }
        finally
        {
            reader.Dispose();
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

    // Media time that never goes back: a spliced file may, and a speed cannot be told from a step of zero.
    private async Task<double> SecondsAsync(FfmpegSpeech speech, Frame frame, CancellationToken cancellation)
    {
        try
        {
            var stamp = await speech.PictureSeconds.WaitToReadAsync(cancellation).ConfigureAwait(false) && speech.PictureSeconds.TryRead(out var said) ? said : null;
            var seconds = stamp is { } s ? s + _offsetSeconds : _lastSeconds + UnknownStepSeconds;
            if (seconds <= _lastSeconds)
            {
                _offsetSeconds += _lastSeconds + UnknownStepSeconds - seconds;
                seconds = _lastSeconds + UnknownStepSeconds;
            }
            return _lastSeconds = seconds;
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
            await ChildProcesses.EndAsync(child).ConfigureAwait(false);
        }
    }

    private static async Task StopAsync(Process child, Task listening)
    {
        await ChildProcesses.EndAsync(child).ConfigureAwait(false);
        await listening.ConfigureAwait(false);
        child.Dispose();
    }
}
