using System.Text;
using System.Xml;

namespace Broadsheet.Images.Metadata;

/// <summary>
/// Writes the XMP packet (ISO 16684-1) that goes into every rendition: creator, credit and copyright travel with the picture wherever it is copied, and nothing else does.
/// </summary>
internal static class CreditPacket
{
    private const string Meta = "adobe:ns:meta/";
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private const string Dublin = "http://purl.org/dc/elements/1.1/";
    private const string Photoshop = "http://ns.adobe.com/photoshop/1.0/";
    private const string Rights = "http://ns.adobe.com/xap/1.0/rights/";

    public static byte[] Write(Image image)
    {
        var packet = new StringBuilder();
        using (var xml = XmlWriter.Create(packet, new XmlWriterSettings { OmitXmlDeclaration = true, CheckCharacters = true }))
        {
            xml.WriteStartElement("x", "xmpmeta", Meta);
            xml.WriteStartElement("rdf", "RDF", Rdf);
            xml.WriteStartElement("rdf", "Description", Rdf);
            xml.WriteAttributeString("rdf", "about", Rdf, "");
            WriteList(xml, "dc", "creator", Dublin, "Seq", image.Creator, language: null);
            WriteList(xml, "dc", "rights", Dublin, "Alt", image.Copyright, "x-default");
            WriteElement(xml, "photoshop", "Credit", Photoshop, image.Credit);
            WriteElement(xml, "xmpRights", "Marked", Rights, image.Copyright is null ? null : "True");
            WriteList(xml, "xmpRights", "UsageTerms", Rights, "Alt", image.Licence, "x-default");
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return Encoding.UTF8.GetBytes($"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>{packet}<?xpacket end=\"r\"?>");
    }

    private static void WriteList(XmlWriter xml, string prefix, string name, string space, string kind, string? value, string? language)
    {
        if (value is null)
        {
            return;
        }

        xml.WriteStartElement(prefix, name, space);
        xml.WriteStartElement("rdf", kind, Rdf);
        xml.WriteStartElement("rdf", "li", Rdf);
        if (language is not null)
        {
            xml.WriteAttributeString("xml", "lang", null, language);
        }

        xml.WriteString(value);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteElement(XmlWriter xml, string prefix, string name, string space, string? value)
    {
        if (value is not null)
        {
            xml.WriteElementString(prefix, name, space, value);
        }
    }
}
