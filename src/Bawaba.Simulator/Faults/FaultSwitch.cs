// Which faults of one camera are on. Turned by CameraSimulator from outside, asked by everything that sends. Promises: a
// fault with a duration ends by itself, and whoever waits for one to end is let go at that moment.
namespace Bawaba.Simulator.Faults;

internal sealed class FaultSwitch(TimeProvider time) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<SimulatedFault, Lit> _on = [];

    /// <summary>Called outside the lock after a fault went on (true) or off.</summary>
    internal Action<SimulatedFault, bool>? Changed { get; set; }

    internal IReadOnlyList<SimulatedFault> On
    {
        get
        {
            lock (_lock)
                return [.. _on.Keys.Order()];
        }
    }

    internal bool IsOn(SimulatedFault fault)
    {
        lock (_lock)
            return _on.ContainsKey(fault);
    }

    /// <summary>Ends when none of the faults is on.</summary>
    internal async Task EndOfAsync(SimulatedFault first, SimulatedFault second, CancellationToken cancellation)
    {
        while ((Waiting(first) ?? Waiting(second)) is { } ends)
            await ends.WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Null lasts until it is ended; on again counts anew.</summary>
    internal void Begin(SimulatedFault fault, TimeSpan? duration)
    {
        bool isNew;
        lock (_lock)
        {
            isNew = !_on.TryGetValue(fault, out var lit);
            lit ??= new();
            lit.Timer?.Dispose();
            lit.Timer = duration is { } length ? time.CreateTimer(_ => EndLit(fault, lit), null, length, Timeout.InfiniteTimeSpan) : null;
            _on[fault] = lit;
        }
        if (isNew)
            Changed?.Invoke(fault, true);
    }

    internal void End(SimulatedFault fault)
    {
        Lit? lit;
        lock (_lock)
            lit = _on.GetValueOrDefault(fault);
        if (lit is not null)
            EndLit(fault, lit);
    }

    public void Dispose()
    {
        foreach (var fault in On)
            End(fault);
    }

    private Task? Waiting(SimulatedFault fault)
    {
        lock (_lock)
            return _on.GetValueOrDefault(fault)?.Over.Task;
    }

    private void EndLit(SimulatedFault fault, Lit lit)
    {
        lock (_lock)
        {
            if (_on.GetValueOrDefault(fault) != lit)
                return;
            _on.Remove(fault);
            lit.Timer?.Dispose();
        }
        lit.Over.SetResult();
        Changed?.Invoke(fault, false);
    }

    private sealed class Lit
    {
        internal TaskCompletionSource Over { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal ITimer? Timer { get; set; }
    }
}
