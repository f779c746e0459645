namespace Bawaba.Center.Live;

/// <summary>What a transaction changed that a screen may be showing: an id and a state, never a plate. Of an alert also its gate, of a unit its directorate: whose it is.</summary>
internal sealed record LiveHint(LiveKind Kind, string Subject, long Version = 0, string State = "", string Gate = "", string Directorate = "");
