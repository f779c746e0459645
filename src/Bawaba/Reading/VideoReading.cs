// Reads one video as a gate's camera would, without a lane line: a passage comes out when its vehicle's track ends.
// Decoding and looking run side by side: a second core is not left idle.
using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using Bawaba.Contracts;
using Bawaba.Gate.Cameras;
using Bawaba.Gate.Passages;
using Bawaba.Vision;

namespace Bawaba.Reading;

internal sealed class VideoReading(PlateReader reader, ReadOutput output, ReadOptions options)
{
    private static readonly DateTimeOffset MediaStart = DateTimeOffset.UnixEpoch;

    /// <summary>Null, or why the video could not be read.</summary>
    internal async Task<string?> ReadAsync(string source, CancellationToken cancellation)
    {
        var input = new VideoInput { Address = source, MaxFramesPerSecond = options.MaxFramesPerSecond };
        using var watch = new LaneWatch(new() { Camera = CameraId.Parse("video"), Lane = LaneId.Parse("video") }, reader, TimeProvider.System);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (input.IsStream && options.StreamDuration is { } duration)
            stop.CancelAfter(duration);
        var startedAt = TimeProvider.System.GetUtcNow();
        var passages = 0;
        string? fault = null;
        void Found(PassageSighting sighting)
        {
            // A revision has the same passage id; the line that follows replaces the one before.
            passages += sighting.Revision == 0 ? 1 : 0;
            Print(source, sighting, input.IsStream ? startedAt : MediaStart);
        }

        try
        {
            await foreach (var (frame, seconds) in FramesAhead(input, stop.Token))
            {
                using (frame)
                    watch.Observe(frame, Found);
                output.Progress($"{source}: {seconds ?? (frame.CapturedAt - startedAt).TotalSeconds:0.0} s, {passages} passage(s)");
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // --seconds is over.
        }
        catch (CameraFault broken)
        {
            // A damaged video has shown what there is of it: its passages come out all the same.
            fault = Describe(broken);
        }
        watch.Flush(Found);
        if (!output.Json && watch.FramesSeen > 0)
            output.Row($"{source}: {passages} passage(s); {watch.FramesRead} of {watch.FramesSeen} frames read");
        return fault;
    }

    private static string Describe(CameraFault fault) => fault.ReasonCode switch
    {
        "not-video" => $"not a photo or video this program can read ({fault.Message})",
        "refused" => $"the camera refused the connection ({fault.Message})",
        _ => fault.Message,
    };

    // Up to four decoded pictures wait for the reader.
    private static async IAsyncEnumerable<VideoFrame> FramesAhead(VideoInput input, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var ahead = Channel.CreateBounded<VideoFrame>(4);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var decoding = DecodeAsync(input, ahead.Writer, stop.Token);
        try
        {
            await foreach (var video in ahead.Reader.ReadAllAsync(cancellation))
                yield return video;
        }
        finally
        {
            // Whoever looks may stop early: the child must not go on, and no frame may stay behind.
            await stop.CancelAsync();
            await decoding;
            while (ahead.Reader.TryRead(out var left))
                left.Frame.Dispose();
        }
    }

    // Never throws: what went wrong comes out of the channel's reader.
    private static async Task DecodeAsync(VideoInput input, ChannelWriter<VideoFrame> ahead, CancellationToken cancellation)
    {
        try
        {
            await foreach (var (frame, seconds) in new FfmpegSource(input, TimeProvider.System).ReadFramesAsync(cancellation))
            {
                var stamped = seconds is { } s ? frame.StampedAt(MediaStart.AddSeconds(s)) : frame;
                if (await ahead.WaitToWriteAsync(cancellation) && ahead.TryWrite(new(stamped, seconds)))
                    continue;
                stamped.Dispose();
            }
            ahead.TryComplete();
        }
#pragma warning disable CA1031 // Handed on to the reader of the channel, who throws it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            ahead.TryComplete(e);
        }
    }

    private void Print(string source, PassageSighting sighting, DateTimeOffset startedAt)
    {
        if (output.Json)
            output.JsonLine(json => WritePassage(json, source, sighting, startedAt));
        else
            WriteRow(sighting, startedAt);
        if (options.CropsFolder is { } folder && sighting is { Frame: { } frame, PlateCorners: { } corners })
            Crops.Write(folder, sighting.Passage.Id.ToString(), frame, [corners]);
    }

    private static void WritePassage(Utf8JsonWriter json, string source, PassageSighting sighting, DateTimeOffset startedAt)
    {
        var passage = sighting.Passage;
        json.WriteString("source", source);
        json.WriteString("passageId", passage.Id.ToString());
        json.WriteString("direction", Word(sighting.Motion));
        json.WriteNumber("firstSeenSeconds", Math.Round((passage.FirstSeenAt - startedAt).TotalSeconds, 2));
        json.WriteNumber("lastSeenSeconds", Math.Round((passage.LastSeenAt - startedAt).TotalSeconds, 2));
        json.WriteNumber("frames", passage.Frames);
        json.WriteString("text", passage.Plate?.Visual);
        json.WriteString("country", passage.Country);
        json.WriteNumber("confidence", Math.Round(passage.Confidence, 4));
        json.WriteString("vehicle", Word(passage.Vehicle));
    }

    private void WriteRow(PassageSighting sighting, DateTimeOffset startedAt)
    {
        var passage = sighting.Passage;
        var text = passage.Plate?.Visual ?? (passage.Outcome == PlateOutcome.Unreadable ? "(unreadable)" : "(no plate)");
        var from = (passage.FirstSeenAt - startedAt).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        var until = (passage.LastSeenAt - startedAt).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        output.Row($"    {from,7}–{until,-7} {text,-24} {passage.Country ?? "--"}  {passage.Confidence:P0}  {Word(sighting.Motion)}, {passage.Frames} frames, {Word(passage.Vehicle)}");
    }

    private static string Word(PictureMotion motion) => motion switch
    {
        PictureMotion.Approaching => "approaching",
        PictureMotion.Receding => "receding",
        _ => "unknown",
    };

    private static string Word(VehicleClass vehicle) => vehicle switch
    {
        VehicleClass.Motorcycle => "motorcycle",
        VehicleClass.Other => "other",
        _ => "unknown",
    };
}
