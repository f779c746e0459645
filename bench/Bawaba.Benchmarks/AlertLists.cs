// Reading the alert list of 200 rows as an operator's screen does: session checked, list read, consultation known to the audit log.
using BenchmarkDotNet.Attributes;
using Bawaba.Benchmarks.Cities;
using Bawaba.Center.Alerts;
using Bawaba.Center.Operators;

namespace Bawaba.Benchmarks;

[Config(typeof(ShortInProcess))]
public class AlertLists
{
    private const int Rows = 200;
    private BenchCenter _center = null!;
    private AlertDesk _desk = null!;
    private Actor _operator = null!;

    [GlobalSetup]
    public async Task OpenAsync()
    {
        _center = await BenchCenter.StartAsync();
        _desk = _center.Get<AlertDesk>();
        await _center.DeliverAsync(0, Rows);
        var account = (await _center.Get<DemoAccounts>().CreateAsync(_ => { }, CancellationToken.None))!.First(a => a.Role == Role.Operator);
        _operator = await _center.SignedInAsync(account);
    }

    [GlobalCleanup]
    public async Task CloseAsync() => await _center.DisposeAsync();

    [Benchmark]
    public async Task<int> Two_hundred_rows() =>
        await _desk.ListAsync(_operator, new() { Limit = Rows }, CancellationToken.None) is Reading<AlertPage>.Granted page
            ? page.Value.Alerts.Count
            : throw new InvalidOperationException("the list was refused");
}
