using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Broadsheet.Outlets.Feeds;

/// <summary>JSON Feed 1.1. What it has no words for (corrections, withdrawals, what is held back) is under <c>_broadsheet</c>.</summary>
public static class JsonFeed
{
    private static readonly JsonWriterOptions Style = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] Write(Feed feed)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Style))
        {
            Write(json, feed);
        }

        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Feed feed)
    {
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", feed.Title);
        json.WriteString("home_page_url", feed.Home);
        json.WriteString("feed_url", feed.Self);
        Optional(json, "description", feed.Description);
        json.WriteString("language", feed.Language);
        if (feed.Hub is { } hub)
        {
            json.WriteStartArray("hubs");
            json.WriteStartObject();
            json.WriteString("type", "WebSub");
            json.WriteString("url", hub);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteStartArray("items");
        foreach (var entry in feed.Entries)
        {
            Write(json, entry);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WriteString("url", entry.Address);
        json.WriteString("title", entry.Title);
        Optional(json, "summary", entry.Summary);
        json.WriteString("content_html", entry.Html);
        Optional(json, "image", entry.Picture?.Address);
        json.WriteString("date_published", OutletXml.Time(entry.Published));
        json.WriteString("date_modified", OutletXml.Time(entry.Updated));
        json.WriteString("language", entry.Language);
        json.WriteStartArray("authors");
        foreach (var author in entry.Authors)
        {
            json.WriteStartObject();
            json.WriteString("name", author.Name);
            json.WriteString("url", author.Address);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("tags");
        foreach (var topic in entry.Topics)
        {
            json.WriteStringValue(topic);
        }

        json.WriteEndArray();
        WriteOwn(json, entry);
        json.WriteEndObject();
    }

    private static void WriteOwn(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject("_broadsheet");
        json.WriteBoolean("isWhole", entry.IsWhole);
        json.WriteStartArray("corrections");
        foreach (var correction in entry.Corrections)
        {
            json.WriteStartObject();
            json.WriteString("kind", correction.Kind);
            json.WriteString("at", correction.Time.Machine);
            json.WriteString("text", correction.Text);
            Optional(json, "wrong", correction.Wrong);
            Optional(json, "right", correction.Right);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (entry.Withdrawal is { } withdrawal)
        {
            json.WriteStartObject("withdrawn");
            json.WriteString("at", OutletXml.Time(withdrawal.At));
            json.WriteString("reason", withdrawal.Reason);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
