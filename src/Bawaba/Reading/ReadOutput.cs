// Standard output of `bawaba read`: JSON lines for programs, or a table for people with progress on standard error.
using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bawaba.Reading;

internal sealed class ReadOutput(bool json) : IAsyncDisposable
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly TextWriter _out = new StreamWriter(System.Console.OpenStandardOutput(), new System.Text.UTF8Encoding(false)) { AutoFlush = true };
    private readonly bool _showProgress = !System.Console.IsErrorRedirected;
    private bool _progressOpen;

    internal bool Json => json;

    internal void JsonLine(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }
        _out.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    internal void Row(FormattableString text)
    {
        ClearProgress();
        _out.WriteLine(text.ToString(CultureInfo.InvariantCulture));
    }

    internal void Progress(FormattableString text)
    {
        if (!_showProgress)
            return;
        System.Console.Error.Write("\r" + text.ToString(CultureInfo.InvariantCulture).PadRight(78));
        _progressOpen = true;
    }

    internal async Task FaultAsync(string source, string fault)
    {
        ClearProgress();
        await System.Console.Error.WriteLineAsync($"bawaba read: {source}: {fault}");
    }

    public ValueTask DisposeAsync()
    {
        ClearProgress();
        return _out.DisposeAsync();
    }

    private void ClearProgress()
    {
        if (_progressOpen)
            System.Console.Error.Write("\r" + new string(' ', 78) + "\r");
        _progressOpen = false;
    }
}
