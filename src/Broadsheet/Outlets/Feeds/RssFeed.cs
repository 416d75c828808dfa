using System.Globalization;
using System.Xml;

namespace Broadsheet.Outlets.Feeds;

/// <summary>RSS 2.0, with the full text in <c>content:encoded</c>, authors in <c>dc:creator</c> (RSS itself takes mail addresses alone) and pictures in <c>media:content</c>.</summary>
public static class RssFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Media = "http://search.yahoo.com/mrss/";

    public static byte[] Write(Feed feed) => OutletXml.Document(xml =>
    {
        xml.Start("rss");
        xml.Attribute("version", "2.0");
        foreach (var (prefix, space) in new[] { ("atom", Atom), ("content", Content), ("dc", DublinCore), ("media", Media) })
        {
            xml.WriteAttributeString("xmlns", prefix, null, space);
        }

        xml.Start("channel");
        xml.Element("title", feed.Title);
        xml.Element("link", feed.Home);
        xml.Element("description", feed.Description ?? feed.Title);
        xml.Element("language", feed.Language);
        xml.Element("lastBuildDate", Date(feed.Updated));
        Link(xml, "self", feed.Self);
        Link(xml, "hub", feed.Hub);
        foreach (var entry in feed.Entries)
        {
            Write(xml, entry);
        }

        xml.End();
        xml.End();
    });

    private static void Write(XmlWriter xml, FeedEntry entry)
    {
        xml.Start("item");
        xml.Element("title", entry.Title);
        xml.Element("link", entry.Address);
        xml.Start("guid");
        xml.Attribute("isPermaLink", "false");
        xml.Text(entry.Id);
        xml.End();
        xml.Element("pubDate", Date(entry.Published));
        xml.Element("updated", OutletXml.Time(entry.Updated), Atom);
        xml.Element("description", entry.Summary);
        xml.Element("encoded", entry.Html, Content);
        xml.Element("language", entry.Language, DublinCore);
        // In one element: reader programs show one only.
        xml.Element("creator", entry.Authors.Count == 0 ? null : string.Join(", ", entry.Authors.Select(a => a.Name)), DublinCore);

        foreach (var topic in entry.Topics)
        {
            xml.Element("category", topic);
        }

        if (entry.Picture is { } picture)
        {
            Write(xml, picture);
        }

        xml.End();
    }

    // An enclosure would have to say how many bytes it has, which nobody knows before it is made.
    private static void Write(XmlWriter xml, FeedPicture picture)
    {
        xml.Start("content", Media);
        xml.Attribute("url", picture.Address);
        xml.Attribute("type", "image/jpeg");
        xml.Attribute("medium", "image");
        xml.Attribute("width", picture.Width.ToString(CultureInfo.InvariantCulture));
        xml.Attribute("height", picture.Height.ToString(CultureInfo.InvariantCulture));
        xml.Element("description", picture.Caption ?? picture.Alt, Media);
        xml.Element("credit", picture.Credit, Media);
        xml.End();
    }

    private static void Link(XmlWriter xml, string relation, string? address)
    {
        if (address is not null)
        {
            xml.Start("link", Atom);
            xml.Attribute("rel", relation);
            xml.Attribute("href", address);
            if (relation == "self")
            {
                xml.Attribute("type", FeedFormat.Rss.MediaType);
            }

            xml.End();
        }
    }

    private static string Date(DateTimeOffset at) => at.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
