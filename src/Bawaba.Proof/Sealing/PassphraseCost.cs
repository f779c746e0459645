namespace Bawaba.Proof.Sealing;

/// <summary>What trying one passphrase costs, written beside what it opens. Argon2id.</summary>
/// <param name="MemoryKib">Memory, KiB.</param>
/// <param name="Passes">Passes over it.</param>
/// <param name="Lanes">Lanes at once.</param>
public sealed record PassphraseCost(int MemoryKib, int Passes, int Lanes)
{
    // A file that asks for more is no file of ours.
    private const int MostKib = 1 << 20;
    private const int MostPasses = 20;
    private const int MostLanes = 8;

    /// <summary>What new passphrases cost.</summary>
    public static readonly PassphraseCost Usual = new(64 << 10, 3, 1);

    /// <summary>False where a damaged file asks for what no computer of a gate has.</summary>
    public bool IsSane => MemoryKib is >= 8 and <= MostKib && Passes is >= 1 and <= MostPasses && Lanes is >= 1 and <= MostLanes;
}
