using Bawaba.Contracts;
using Bawaba.Contracts.City;

namespace Bawaba.Center.Gates;

/// <summary>The registered gates, lanes and cameras, from memory. Names and places only: needs no permission.</summary>
public sealed class GateRegistry
{
    /// <summary>The city's name; null until a city file was read.</summary>
    public LocalName? City => throw new NotImplementedException();

    /// <summary>Gates in force, in the file's order.</summary>
    public IReadOnlyList<Gate> Gates => throw new NotImplementedException();

    /// <summary>A gate, in force or retired.</summary>
    public Gate? Find(GateId gate) => throw new NotImplementedException();
}
