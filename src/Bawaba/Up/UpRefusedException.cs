namespace Bawaba.Up;

/// <summary>The system cannot start as asked; every fault that was found.</summary>
internal sealed class UpRefusedException(IReadOnlyList<string> faults) : Exception(string.Join("; ", faults))
{
    internal UpRefusedException(string fault)
        : this([fault])
    {
    }

    internal IReadOnlyList<string> Faults { get; } = faults;
}
