// What a child process says, line by line, kept up to a limit and waited on. Used by BawabaProcess; any thread may ask.
namespace Bawaba.SystemTests.Running;

internal sealed class CapturedOutput
{
    private const int MaxLines = 20_000;
    private readonly Queue<string> _lines = new();
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Reads until the child closes its end.</summary>
    internal async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
            Add(line);
        _ended.TrySetResult();
    }

    internal IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
                return [.. _lines];
        }
    }

    /// <summary>The first line that starts so, also if it has been said already; null when the child closed its end without.</summary>
    internal async Task<string?> LineStartingAsync(string start, CancellationToken cancellation)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
                changed = _changed.Task;
            var ended = _ended.Task.IsCompleted;
            if (Lines.FirstOrDefault(l => l.StartsWith(start, StringComparison.Ordinal)) is { } found)
                return found;
            if (ended)
                return null;
            await Task.WhenAny(changed, _ended.Task).WaitAsync(cancellation);
        }
    }

    /// <summary>Waits for more lines than so many; false when the child closed its end without.</summary>
    internal async Task<bool> MoreAsync(int lines, CancellationToken cancellation)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
                changed = _changed.Task;
            var ended = _ended.Task.IsCompleted;
            if (Lines.Count > lines)
                return true;
            if (ended)
                return false;
            await Task.WhenAny(changed, _ended.Task).WaitAsync(cancellation);
        }
    }

    public override string ToString() => string.Join('\n', Lines);

    private void Add(string line)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            _lines.Enqueue(line);
            if (_lines.Count > MaxLines)
                _lines.Dequeue();
            (changed, _changed) = (_changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        changed.TrySetResult();
    }
}
