using System.Xml;
using XmpCore;
using XmpCore.Options;

namespace Broadsheet.Images.Metadata;

/// <summary>Reads what an XMP packet (ISO 16684-1, IPTC Photo Metadata) says of the picture.</summary>
internal static class XmpFacts
{
    private const int MostBytes = 1 << 20;
    private const int MostDepth = 32;
    private const string Dublin = "http://purl.org/dc/elements/1.1/";
    private const string Photoshop = "http://ns.adobe.com/photoshop/1.0/";
    private const string Rights = "http://ns.adobe.com/xap/1.0/rights/";
    private const string Iptc = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
    private const string Exif = "http://ns.adobe.com/exif/1.0/";
    private const string Commons = "http://creativecommons.org/ns#";

    // XmpCore only asks for what it has been told of.
    static XmpFacts() => XmpMetaFactory.SchemaRegistry.RegisterNamespace(Commons, "cc");

    public static ImageFacts Read(byte[] packet)
    {
        if (packet.Length > MostBytes || !IsHarmless(packet))
        {
            return ImageFacts.None;
        }

        try
        {
            var xmp = XmpMetaFactory.ParseFromBuffer(packet, new ParseOptions { RequireXmpMeta = false });
            return Facts(xmp);
        }
        catch (XmpException)
        {
            return ImageFacts.None;
        }
    }

    private static ImageFacts Facts(IXmpMeta xmp) => new()
    {
        Alt = EmbeddedText.Of(Localised(xmp, Iptc, "AltTextAccessibility"), ImageLimits.Alt),
        Caption = EmbeddedText.Of(Localised(xmp, Dublin, "description"), ImageLimits.Caption),
        Credit = EmbeddedText.Line(xmp.GetPropertyString(Photoshop, "Credit")),
        Source = EmbeddedText.Line(xmp.GetPropertyString(Photoshop, "Source")),
        Creator = EmbeddedText.Line(Joined(xmp, Dublin, "creator")),
        Copyright = EmbeddedText.Line(Localised(xmp, Dublin, "rights")),
        Licence = EmbeddedText.Of(
            Localised(xmp, Rights, "UsageTerms") ?? xmp.GetPropertyString(Commons, "license") ?? xmp.GetPropertyString(Rights, "WebStatement"), ImageLimits.Licence),
        TakenAt = EmbeddedDate.Of(xmp.GetPropertyString(Photoshop, "DateCreated")) ?? EmbeddedDate.Of(xmp.GetPropertyString(Exif, "DateTimeOriginal")),
    };

    // XmpCore walks the tree by recursion, and a tree deep enough would end the process; so its depth is read first, from a reader that needs no stack.
    private static bool IsHarmless(byte[] packet)
    {
        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(packet),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, ConformanceLevel = ConformanceLevel.Fragment, MaxCharactersFromEntities = 1024 });
            while (reader.Read())
            {
                if (reader.Depth > MostDepth)
                {
                    return false;
                }
            }

            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static string? Localised(IXmpMeta xmp, string space, string name) =>
        xmp.DoesPropertyExist(space, name) && xmp.GetProperty(space, name) is { } property
            ? property.Options.IsArray ? xmp.GetLocalizedText(space, name, null, XmpConstants.XDefault)?.Value : property.Value
            : null;

    private static string? Joined(IXmpMeta xmp, string space, string name)
    {
        if (!xmp.DoesPropertyExist(space, name) || !xmp.GetProperty(space, name).Options.IsArray)
        {
            return xmp.GetPropertyString(space, name);
        }

        var count = Math.Min(20, xmp.CountArrayItems(space, name));
        return string.Join(", ", Enumerable.Range(1, count).Select(i => xmp.GetArrayItem(space, name, i).Value));
    }
}
