using Bawaba.Contracts;
using Bawaba.Simulator.Stage;

namespace Bawaba.Simulator.City;

/// <summary>One of the demo city's drawn cameras.</summary>
/// <param name="Id">As in the city file.</param>
/// <param name="Stage">What it sees.</param>
public sealed record DemoCamera(CameraId Id, StageSettings Stage);
