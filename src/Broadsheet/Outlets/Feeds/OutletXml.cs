using System.Globalization;
using System.Text;
using System.Xml;
using Broadsheet.Platform.Text;

namespace Broadsheet.Outlets.Feeds;

/// <summary>Writes XML that is well-formed whatever it is given: what XML can't hold is left out.</summary>
public static class OutletXml
{
    private static readonly XmlWriterSettings Style = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize };

    /// <summary>A document as UTF-8.</summary>
    public static byte[] Document(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Style))
        {
            xml.WriteStartDocument();
            write(xml);
            xml.WriteEndDocument();
        }

        return bytes.ToArray();
    }

    /// <summary>RFC 3339 in UTC, to the second.</summary>
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    extension(XmlWriter xml)
    {
        public void Start(string name, string? space = null) => xml.WriteStartElement(name, space);

        public void End() => xml.WriteEndElement();

        public void Attribute(string name, string value) => xml.WriteAttributeString(name, Clean(value));

        public void Text(string value) => xml.WriteString(Clean(value));

        /// <summary>An element that holds text alone; nothing where there is none.</summary>
        public void Element(string name, string? value, string? space = null)
        {
            if (value is not null)
            {
                xml.WriteElementString(name, space, Clean(value));
            }
        }
    }

    private static string Clean(string text) => XmlCharacters.Clean(text).ToString();
}
