namespace Bawaba.Center.Live;

/// <summary>What a transaction changed that a screen may be showing: an id and a state, never a plate. Of an alert also its gate: whose it is. Of what is a directorate's, who may know of it (<see cref="LiveChange.Audience"/>).</summary>
internal sealed record LiveHint(LiveKind Kind, string Subject, long Version = 0, string State = "", string Gate = "", string Audience = "");
