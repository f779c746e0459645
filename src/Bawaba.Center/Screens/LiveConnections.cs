// How many live connections there are, in all and per account. Asked by LiveEndpoints. Promises: a slot taken is given
// back when its owner is disposed, whatever ended the connection.
using Bawaba.Center.Operators;

namespace Bawaba.Center.Screens;

internal sealed class LiveConnections(int most, int mostPerAccount)
{
    private readonly Dictionary<AccountId, int> _open = [];
    private readonly Lock _lock = new();
    private int _all;

    /// <summary>A slot to dispose, or null when there is none left.</summary>
    internal IDisposable? TryEnter(AccountId account)
    {
        lock (_lock)
        {
            var mine = _open.GetValueOrDefault(account);
            if (_all >= most || mine >= mostPerAccount)
                return null;
            _all++;
            _open[account] = mine + 1;
            return new Slot(this, account);
        }
    }

    private void Leave(AccountId account)
    {
        lock (_lock)
        {
            _all--;
            if (--_open[account] == 0)
                _open.Remove(account);
        }
    }

    private sealed class Slot(LiveConnections connections, AccountId account) : IDisposable
    {
        private bool _left;

        public void Dispose()
        {
            if (!_left)
                connections.Leave(account);
            _left = true;
        }
    }
}
