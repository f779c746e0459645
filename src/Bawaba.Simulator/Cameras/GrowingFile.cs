// Reads a file that somebody else may still be writing: its end is the end only once the writer has finished.
namespace Bawaba.Simulator.Cameras;

internal sealed class GrowingFile(string path, Task written) : Stream
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);
    private readonly FileStream _file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, useAsync: true);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _file.Position;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            // Asked before reading: what is written between the two is read, not lost.
            var ends = written.IsCompleted;
            var read = await _file.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (read > 0)
                return read;
            if (ends)
            {
                await written.ConfigureAwait(false);
                return 0;
            }
            await written.WaitAsync(LookAgain, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _file.Dispose();
        base.Dispose(disposing);
    }
}
