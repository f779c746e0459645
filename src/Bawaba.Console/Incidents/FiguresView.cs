using Bawaba.Center.Gates;
using Bawaba.Center.Incidents;
using Bawaba.Contracts;

namespace Bawaba.Console.Incidents;

/// <summary>Figures across directorates.</summary>
public sealed record FiguresView(Figures Figures, IReadOnlyDictionary<GateId, Gate> Gates);
