// The namespaces of ONVIF messages, and the envelope around every answer.
using System.Xml.Linq;

namespace Bawaba.Simulator.Onvif;

internal static class SoapNames
{
    internal const string Device = "http://www.onvif.org/ver10/device/wsdl";
    internal const string Media = "http://www.onvif.org/ver10/media/wsdl";
    internal const string Events = "http://www.onvif.org/ver10/events/wsdl";
    internal static readonly XNamespace Envelope = "http://www.w3.org/2003/05/soap-envelope";
    internal static readonly XNamespace Addressing = "http://www.w3.org/2005/08/addressing";
    internal static readonly XNamespace OldAddressing = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
    internal static readonly XNamespace Discovery = "http://schemas.xmlsoap.org/ws/2005/04/discovery";
    internal static readonly XNamespace Security = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    internal static readonly XNamespace Utility = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

    internal static string Wrap(string body, string header = "") => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <s:Envelope xmlns:s="{Envelope}" xmlns:wsa="{Addressing}" xmlns:tds="{Device}" xmlns:trt="{Media}" xmlns:tev="{Events}"
          xmlns:tt="http://www.onvif.org/ver10/schema" xmlns:wsnt="http://docs.oasis-open.org/wsn/b-2" xmlns:wstop="http://docs.oasis-open.org/wsn/t-1"
          xmlns:tns1="http://www.onvif.org/ver10/topics" xmlns:ter="http://www.onvif.org/ver10/error" xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <s:Header>{header}</s:Header>
        <s:Body>{body}</s:Body>
        </s:Envelope>
        """;
}
