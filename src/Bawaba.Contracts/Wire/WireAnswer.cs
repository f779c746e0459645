// What a gate answers on its wire: one binary message each, an id, a kind, a body. Used by both ends.
using System.Buffers.Binary;
using System.Text;
using Bawaba.Contracts.Video;

namespace Bawaba.Contracts.Wire;

/// <summary>A gate's answer to a <see cref="WireAsk"/>. A body without bytes where there is no picture.</summary>
public sealed record WireAnswer
{
    /// <summary>The longest message, bytes.</summary>
    public const int MaxBytes = VideoPart.MaxBytes + 64;
    private const byte PictureKind = 100;
    private const byte EndKind = 101;
    private const int HeadBytes = sizeof(long) + 1;

    public required long Id { get; init; }

    /// <summary>A JPEG file; empty where the camera has no fresh picture.</summary>
    public byte[]? Picture { get; init; }

    public VideoPart? Part { get; init; }

    /// <summary>The video is over, or never began.</summary>
    public VideoUnavailableException? End { get; init; }

    public byte[] ToBytes() => this switch
    {
        { Picture: { } picture } => Message(PictureKind, [], picture),
        { Part: { } part } => Message((byte)part.Kind, part.Kind is VideoPartKind.Head ? Text(part.Codec) : [], part.Bytes),
        { End: { } end } => Message(EndKind, Text(end.ReasonCode), Encoding.UTF8.GetBytes(end.Message)),
        _ => throw new InvalidOperationException("an answer without a body"),
    };

    /// <exception cref="InvalidDataException">It is no answer.</exception>
    public static WireAnswer Parse(ReadOnlySpan<byte> message)
    {
        if (message.Length < HeadBytes)
            throw new InvalidDataException("a message too short for an answer");
        var id = BinaryPrimitives.ReadInt64BigEndian(message);
        var kind = message[sizeof(long)];
        var body = message[HeadBytes..];
        switch (kind)
        {
            case PictureKind:
                return new() { Id = id, Picture = body.ToArray() };
            case EndKind:
                var reason = TakeText(ref body);
                return new() { Id = id, End = new(reason, Encoding.UTF8.GetString(body)) };
            case (byte)VideoPartKind.Head:
                var codec = TakeText(ref body);
                return new() { Id = id, Part = new() { Kind = VideoPartKind.Head, Codec = codec, Bytes = body.ToArray() } };
            case (byte)VideoPartKind.Key or (byte)VideoPartKind.Fragment or (byte)VideoPartKind.Skipped:
                return new() { Id = id, Part = new() { Kind = (VideoPartKind)kind, Bytes = body.ToArray() } };
            default:
                throw new InvalidDataException($"an answer of an unknown kind ({kind})");
        }
    }

    private byte[] Message(byte kind, byte[] text, byte[] body)
    {
        var message = new byte[HeadBytes + text.Length + body.Length];
        BinaryPrimitives.WriteInt64BigEndian(message, Id);
        message[sizeof(long)] = kind;
        text.CopyTo(message, HeadBytes);
        body.CopyTo(message, HeadBytes + text.Length);
        return message;
    }

    // A byte of length, then ASCII.
    private static byte[] Text(string text)
    {
        var ascii = Encoding.ASCII.GetBytes(text);
        return ascii.Length <= byte.MaxValue ? [(byte)ascii.Length, .. ascii] : throw new InvalidDataException("a word too long");
    }

    private static string TakeText(ref ReadOnlySpan<byte> body)
    {
        if (body.Length < 1 || body.Length < 1 + body[0])
            throw new InvalidDataException("an answer cut short");
        var text = Encoding.ASCII.GetString(body.Slice(1, body[0]));
        body = body[(1 + body[0])..];
        return text;
    }
}
