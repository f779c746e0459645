namespace Bawaba.SystemTests.Up;

/// <summary>A busy city with the shortest patience: what nobody answers goes on after a few seconds.</summary>
public sealed class StrictCity : IAsyncLifetime
{
    internal const double ToSupervisorSeconds = 6;
    internal const double ToCommanderSeconds = 9;

    internal DemoCity City { get; } = new() { More = ["--escalate", "6,9,5"], Prepare = NightCity.WriteList };

    public ValueTask InitializeAsync() => City.InitializeAsync();

    public ValueTask DisposeAsync() => City.DisposeAsync();
}
