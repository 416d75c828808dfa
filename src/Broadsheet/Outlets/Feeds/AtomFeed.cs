using System.Xml;

namespace Broadsheet.Outlets.Feeds;

/// <summary>
/// Atom (RFC 4287). A withdrawn story's entry stays, with the reason in the place of its text, for readers that know no better; beside it stands its tombstone (RFC 6721).
/// </summary>
public static class AtomFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Tombstones = "http://purl.org/atompub/tombstones/1.0";

    public static byte[] Write(Feed feed) => OutletXml.Document(xml =>
    {
        xml.Start("feed", Atom);
        xml.WriteAttributeString("xmlns", "at", null, Tombstones);
        xml.WriteAttributeString("xml", "lang", null, feed.Language);
        xml.Element("id", feed.Self);
        xml.Element("title", feed.Title);
        xml.Element("subtitle", feed.Description);
        xml.Element("updated", OutletXml.Time(feed.Updated));
        Person(xml, feed.Title, feed.Home);
        Link(xml, "alternate", feed.Home, "text/html");
        Link(xml, "self", feed.Self, FeedFormat.Atom.MediaType);
        Link(xml, "hub", feed.Hub, null);
        foreach (var entry in feed.Entries)
        {
            Write(xml, entry);
        }

        foreach (var entry in feed.Entries.Where(e => e.Withdrawal is not null))
        {
            Bury(xml, entry, entry.Withdrawal!);
        }

        xml.End();
    });

    private static void Write(XmlWriter xml, FeedEntry entry)
    {
        xml.Start("entry");
        xml.WriteAttributeString("xml", "lang", null, entry.Language);
        xml.Element("id", entry.Id);
        xml.Element("title", entry.Title);
        xml.Element("published", OutletXml.Time(entry.Published));
        xml.Element("updated", OutletXml.Time(entry.Updated));
        foreach (var author in entry.Authors)
        {
            Person(xml, author.Name, author.Address);
        }

        Link(xml, "alternate", entry.Address, "text/html");
        Link(xml, "enclosure", entry.Picture?.Address, "image/jpeg");
        foreach (var topic in entry.Topics)
        {
            xml.Start("category");
            xml.Attribute("term", topic);
            xml.End();
        }

        xml.Element("summary", entry.Summary);
        xml.Start("content");
        xml.Attribute("type", "html");
        xml.Text(entry.Html);
        xml.End();
        xml.End();
    }

    private static void Bury(XmlWriter xml, FeedEntry entry, FeedWithdrawal withdrawal)
    {
        xml.Start("deleted-entry", Tombstones);
        xml.Attribute("ref", entry.Id);
        xml.Attribute("when", OutletXml.Time(withdrawal.At));
        xml.Element("comment", withdrawal.Reason, Tombstones);
        xml.End();
    }

    private static void Person(XmlWriter xml, string name, string address)
    {
        xml.Start("author");
        xml.Element("name", name);
        xml.Element("uri", address);
        xml.End();
    }

    private static void Link(XmlWriter xml, string relation, string? address, string? type)
    {
        if (address is not null)
        {
            xml.Start("link");
            xml.Attribute("rel", relation);
            xml.Attribute("href", address);
            if (type is not null)
            {
                xml.Attribute("type", type);
            }

            xml.End();
        }
    }
}
