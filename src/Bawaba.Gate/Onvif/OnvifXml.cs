// Messages of ONVIF, read and written. What comes is hostile: no document type, no entity, nothing is fetched, sizes are limited.
using System.Xml;
using System.Xml.Linq;

namespace Bawaba.Gate.Onvif;

internal static class OnvifXml
{
    internal const int MaxBytes = 256 << 10;
    private const int MaxWord = 64;
    private static readonly XNamespace Envelope = "http://www.w3.org/2003/05/soap-envelope";

    /// <summary>What stands in a message's body; null for anything else.</summary>
    internal static XElement? BodyOf(byte[] message)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxBytes };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(message), settings);
            return XDocument.Load(reader).Root is { } root && root.Name == Envelope + "Envelope" ? root.Element(Envelope + "Body") : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>Elements of that name, whatever version of the namespace a device speaks.</summary>
    internal static IEnumerable<XElement> All(XElement within, string name) => within.Descendants().Where(e => e.Name.LocalName == name);

    internal static string? Text(XElement within, string name) => All(within, name).FirstOrDefault()?.Value.Trim();

    /// <summary>A device's own word, short and without characters that do not show.</summary>
    internal static string Word(string text)
    {
        var word = new string([.. text.Trim().Where(c => !char.IsControl(c))]);
        return word.Length <= MaxWord ? word : word[..MaxWord];
    }

    internal static string Wrap(string body, string header = "") => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <s:Envelope xmlns:s="{Envelope}"><s:Header>{header}</s:Header><s:Body>{body}</s:Body></s:Envelope>
        """;
}
