using Bawaba.Contracts;

namespace Bawaba.Center.Alerts;

/// <summary>One further picture of a hit, as a list names it: the picture itself is asked for by kind and number.</summary>
/// <param name="Kind">Crop or clip.</param>
/// <param name="CapturedAt">When its frame reached the gate; within an alert and a kind there is one of an instant.</param>
public sealed record AlertFrame(FrameKind Kind, DateTimeOffset CapturedAt);
