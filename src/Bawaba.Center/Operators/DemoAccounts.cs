namespace Bawaba.Center.Operators;

/// <summary>One account a role with a generated password, for the demo city alone.</summary>
public sealed class DemoAccounts
{
    /// <summary>Makes them (two operators, since two looks are two people); null when any account exists already.</summary>
    public Task<IReadOnlyList<DemoAccount>?> CreateAsync(CancellationToken cancellation) => throw new NotImplementedException();
}
