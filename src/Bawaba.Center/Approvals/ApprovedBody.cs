namespace Bawaba.Center.Approvals;

/// <summary>How many documents an approval brought into force.</summary>
internal sealed record ApprovedBody(int Documents);
