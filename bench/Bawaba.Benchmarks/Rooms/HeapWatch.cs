// The managed heap of another process, as its own runtime counts it once in five seconds (EventPipe).
using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;

namespace Bawaba.Benchmarks.Rooms;

internal sealed class HeapWatch : IAsyncDisposable
{
    private readonly EventPipeSession _session;
    private readonly Task _reading;

    internal HeapWatch(int process)
    {
        var provider = new EventPipeProvider("System.Runtime", EventLevel.Informational, 0, new Dictionary<string, string>(StringComparer.Ordinal) { ["EventCounterIntervalSec"] = "5" });
        _session = new DiagnosticsClient(process).StartEventPipeSession([provider], requestRundown: false);
        _reading = Task.Run(Read);
    }

    internal double MiB { get; private set; }

    public async ValueTask DisposeAsync()
    {
        _session.Dispose();
        await _reading.WaitAsync(TimeSpan.FromSeconds(2)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Read()
    {
        using var source = new EventPipeEventSource(_session.EventStream);
        source.Dynamic.All += e =>
        {
            if (e.EventName == "EventCounters" && e.PayloadValue(0) is IDictionary<string, object> outer && outer["Payload"] is IDictionary<string, object> counter && counter["Name"] is "gc-heap-size")
                MiB = (double)counter["Mean"];
        };
        try
        {
            source.Process();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The process or the session has ended.
        }
    }
}
