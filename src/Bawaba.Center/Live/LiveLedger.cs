// Which numbered changes of a shared store this process knows of: those it made and those it was told of. LiveWatch
// compares it with the store's own marks. Promises: a number that stands in the store and that nobody told us of is
// found, whatever lost it: a message, a road, or a process that died between its commit and its word.
namespace Bawaba.Center.Live;

internal sealed class LiveLedger
{
    // A told number far ahead of the store's marks is held until they come to it, but not without end.
    private const int MaxAhead = 10_000;
    private const int MaxScopes = 10_000;
    private readonly Dictionary<string, Account> _scopes = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    internal void Know(string scope, long number)
    {
        lock (_lock)
        {
            if (!_scopes.TryGetValue(scope, out var account))
            {
                if (_scopes.Count >= MaxScopes)
                    return;
                _scopes[scope] = account = new();
            }
            if (number <= account.UpTo)
                return;
            if (account.Ahead.Count >= MaxAhead)
                account.Ahead.Clear();
            account.Ahead.Add(number);
            while (account.Ahead.Remove(account.UpTo + 1))
                account.UpTo++;
        }
    }

    /// <summary>True where a number up to these is not known; they all are from now on.</summary>
    internal bool Settle(IReadOnlyDictionary<string, long> marks)
    {
        var missed = false;
        lock (_lock)
        {
            foreach (var (scope, number) in marks)
            {
                if (!_scopes.TryGetValue(scope, out var account))
                    _scopes[scope] = account = new();
                if (account.UpTo >= number)
                    continue;
                missed = true;
                account.UpTo = number;
                account.Ahead.RemoveWhere(n => n <= number);
                while (account.Ahead.Remove(account.UpTo + 1))
                    account.UpTo++;
            }
        }
        return missed;
    }

    private sealed class Account
    {
        internal long UpTo { get; set; }

        internal HashSet<long> Ahead { get; } = [];
    }
}
