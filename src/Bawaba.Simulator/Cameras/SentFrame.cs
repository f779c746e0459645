using Bawaba.Contracts;

namespace Bawaba.Simulator.Cameras;

/// <summary>A frame on its way: what a measurement from picture to screen starts from.</summary>
/// <param name="Camera">The camera that sent it.</param>
/// <param name="Run">1, 2, 3 …: a camera starts its film anew when a first client comes.</param>
/// <param name="Number">0, 1, 2 … from the start of the film; a loop goes on counting.</param>
/// <param name="SentAt">When it was handed to the clients' connections (UTC).</param>
public readonly record struct SentFrame(CameraId Camera, int Run, long Number, DateTimeOffset SentAt);
