namespace Bawaba.Simulator.Onvif;

/// <summary>A request that is not served; the client is told by a SOAP fault.</summary>
/// <param name="httpStatus">400 for the client's mistake, 500 for what is not there.</param>
/// <param name="subcode">ONVIF's own word: NotAuthorized, WellFormed, ActionNotSupported, InvalidArgVal.</param>
/// <param name="reason">In English, nothing of the request in it.</param>
internal sealed class SoapFault(int httpStatus, string subcode, string reason) : Exception(reason)
{
    internal int HttpStatus { get; } = httpStatus;

    internal string ToXml() => SoapNames.Wrap($"""
        <s:Fault><s:Code><s:Value>s:{(HttpStatus < 500 ? "Sender" : "Receiver")}</s:Value><s:Subcode><s:Value>ter:{subcode}</s:Value></s:Subcode></s:Code>
        <s:Reason><s:Text xml:lang="en">{Message}</s:Text></s:Reason></s:Fault>
        """);
}
