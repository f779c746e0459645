using Bawaba.SystemTests.Running;

namespace Bawaba.SystemTests.Up;

/// <summary>The demo city with program and browser each under a trace of what they ask of the network.</summary>
public sealed class TracedCity : IAsyncLifetime
{
    private readonly TempFolder _traces = new();

    public TracedCity() => City = new() { Before = SocketTrace.Before(ProgramTrace), Browser = new(SocketTrace.Before(BrowserTrace)) };

    internal DemoCity City { get; }

    internal string ProgramTrace => _traces.File("program.strace");

    internal string BrowserTrace => _traces.File("browser.strace");

    public ValueTask InitializeAsync() => City.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await City.DisposeAsync();
        _traces.Dispose();
    }
}
