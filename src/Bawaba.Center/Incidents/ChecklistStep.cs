using Bawaba.Contracts.City;

namespace Bawaba.Center.Incidents;

/// <summary>One step of a type's checklist.</summary>
/// <param name="Id">A slug, the same over versions of the type: lines of the log name it.</param>
/// <param name="Text">What is to be done, in one sentence.</param>
/// <param name="Required">An incident is not closed before it is done, or left out with a reason that a supervisor is told.</param>
public sealed record ChecklistStep(string Id, LocalName Text, bool Required);
