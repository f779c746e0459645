using Microsoft.Playwright;

namespace Bawaba.SystemTests.Up;

/// <summary>The people of a night: each with a browser profile of their own.</summary>
internal sealed class NightRoom : IAsyncDisposable
{
    internal required IPage First { get; init; }

    internal required IPage Second { get; init; }

    internal required IPage Border { get; init; }

    internal required IPage Supervisor { get; init; }

    internal required IPage Phone { get; init; }

    internal IReadOnlyList<IPage> All => [First, Second, Border, Supervisor, Phone];

    public async ValueTask DisposeAsync()
    {
        foreach (var page in All)
            await page.Context.CloseAsync();
    }
}
