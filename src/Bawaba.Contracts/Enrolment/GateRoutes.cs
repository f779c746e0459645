namespace Bawaba.Contracts.Enrolment;

/// <summary>Where a gate's computer knocks at the center. One version at a time; a gate of another version is told so (404).</summary>
public static class GateRoutes
{
    public const string Prefix = "/gate/v1";

    /// <summary>GET the authority's certificate (DER): for whoever has a code to compare it with.</summary>
    public const string Authority = "/authority";

    /// <summary>POST <see cref="EnrolmentRequest"/>: without a certificate.</summary>
    public const string Enrol = "/enrol";

    /// <summary>POST a certificate request (base64): a new certificate for the gate that asks.</summary>
    public const string Renew = "/renew";

    /// <summary>POST <see cref="IntakeBatch"/>: answered when it is durable.</summary>
    public const string Records = "/records";

    /// <summary>GET <see cref="GateOrders"/>, with an ETag; 304 to whoever says it (If-None-Match) and has what stands.</summary>
    public const string Orders = "/orders";

    /// <summary>Header of a gate that tells duties apart: without it the center names no technician, and below <see cref="AllDuties"/> no supervisor.</summary>
    public const string KnowsDuties = "Bawaba-Knows-Duties";

    /// <summary>Officer, technician and supervisor.</summary>
    public const string AllDuties = "2";

    /// <summary>Header of a gate that takes an <see cref="OrdersDelta"/> to the orders it says it has; of an answer that is one.</summary>
    public const string Delta = "Bawaba-Delta";

    /// <summary>Header of a 304: when the center confirmed the known orders, microseconds since 1970.</summary>
    public const string ConfirmedAt = "Bawaba-Confirmed-At";

    /// <summary>A WebSocket: the center asks (<see cref="Wire.WireAsk"/>), the gate answers (<see cref="Wire.WireAnswer"/>).</summary>
    public const string Wire = "/wire";

    /// <summary>POST <see cref="GateReport"/>.</summary>
    public const string Report = "/report";
}
