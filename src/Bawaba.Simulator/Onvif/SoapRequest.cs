// One SOAP 1.2 request. What comes is hostile: no document type, no entity, nothing is fetched, and the size is limited
// before it is read. Called by OnvifEndpoints.
using System.Xml;
using System.Xml.Linq;

namespace Bawaba.Simulator.Onvif;

internal sealed class SoapRequest
{
    private const int MaxCharacters = 64 << 10;

    private SoapRequest(XElement envelope, XElement operation)
    {
        Header = envelope.Element(SoapNames.Envelope + "Header");
        Operation = operation;
    }

    /// <summary>The operation's element, alone in the body.</summary>
    internal XElement Operation { get; }

    internal XElement? Header { get; }

    /// <summary>Throws <see cref="SoapFault"/> when it is none.</summary>
    internal static async Task<SoapRequest> ReadAsync(Stream body, CancellationToken cancellation)
    {
        var envelope = await EnvelopeAsync(body, cancellation).ConfigureAwait(false);
        return envelope?.Element(SoapNames.Envelope + "Body")?.Elements().FirstOrDefault() is { } operation
            ? new(envelope, operation)
            : throw new SoapFault(400, "WellFormed", "This is no SOAP 1.2 request.");
    }

    /// <summary>The root of a message; null when it is not one that is accepted.</summary>
    internal static async Task<XElement?> EnvelopeAsync(Stream body, CancellationToken cancellation)
    {
        var settings = new XmlReaderSettings
        {
            Async = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxCharacters,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            using var reader = XmlReader.Create(body, settings);
            var root = (await XDocument.LoadAsync(reader, LoadOptions.None, cancellation).ConfigureAwait(false)).Root;
            return root?.Name == SoapNames.Envelope + "Envelope" ? root : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The text of the first element of that name anywhere in the operation; null without one.</summary>
    internal string? Text(string name) => Operation.Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value.Trim();

    /// <summary>An ISO 8601 duration such as PT10S, held between the limits; <paramref name="otherwise"/> where none is said.</summary>
    internal TimeSpan Duration(string name, TimeSpan otherwise, TimeSpan most)
    {
        if (Text(name) is not { Length: > 0 } text)
            return otherwise;
        try
        {
            var length = XmlConvert.ToTimeSpan(text);
            return length < TimeSpan.Zero ? TimeSpan.Zero : length > most ? most : length;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw new SoapFault(400, "InvalidArgVal", $"{name} is no duration such as PT10S.");
        }
    }
}
