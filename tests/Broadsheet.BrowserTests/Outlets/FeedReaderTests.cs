using System.Globalization;
using System.Text.Json;
using Broadsheet.Tests.Checks;
using Broadsheet.Tests.Newspaper;
using Broadsheet.Tests.Support;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Broadsheet.Tests.Outlets;

public sealed class FeedReaderTests(Courier courier) : IDisposable
{
    private readonly TestFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/arabic/")]
    [InlineData("/topics/zell-dam/")]
    [InlineData("/authors/mira-solvane/")]
    public async Task Another_parser_finds_the_same_stories_in_each_format(string place)
    {
        var site = await courier.Site();
        var files = new List<string>();
        foreach (var name in new[] { "feed.xml", "feed.atom", "feed.json" })
        {
            files.Add(_folder.File(name));
            await File.WriteAllTextAsync(files[^1], await site.Reader().GetStringAsync(place + name, Cancellation), Cancellation);
        }

        var (code, output, error) = await OtherProgram.Run("node", ["read-feeds.mjs", .. files]);
        Assert.True(code == 0, error);
        using var feeds = JsonDocument.Parse(output);
        Assert.Equal(["rss", "atom", "json"], feeds.RootElement.EnumerateArray().Select(f => f.GetProperty("format").GetString()));
        var entries = feeds.RootElement.EnumerateArray().Select(Entries).ToList();
        Assert.NotEmpty(entries[0]);
        Assert.Equal(entries[0], entries[1]);
        Assert.Equal(entries[0], entries[2]);
        foreach (var entry in entries[0].Where(e => !e.Title.StartsWith("Withdrawn", StringComparison.Ordinal)))
        {
            var page = await site.Html(new Uri(entry.Link).PathAndQuery);
            Assert.Equal(page.QuerySelector("h1")!.TextContent.Trim(), entry.Title);
            foreach (var author in entry.Authors.Split(", ", StringSplitOptions.RemoveEmptyEntries))
            {
                Assert.Contains(author, page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("/feed.xml")]
    [InlineData("/feed.atom")]
    [InlineData("/arabic/feed.xml")]
    [InlineData("/topics/zell-dam/feed.atom")]
    public async Task A_reader_program_shows_every_story_with_its_author_hour_and_text(string feed)
    {
        var site = await courier.Site();
        await File.WriteAllTextAsync(_folder.File("urls"), new Uri(site.Address, feed).AbsoluteUri, Cancellation);
        await File.WriteAllTextAsync(_folder.File("config"), "", Cancellation);
        var (code, output, error) = await OtherProgram.Run("newsboat", ["-u", _folder.File("urls"), "-c", _folder.File("cache.db"), "-C", _folder.File("config"), "-x", "reload"], _folder.Path);
        Assert.Equal((0, "", ""), (code, output, error));

        using var told = JsonDocument.Parse(await site.Reader().GetStringAsync(Path.ChangeExtension(feed, "json"), Cancellation));
        var expected = told.RootElement.GetProperty("items").EnumerateArray().Select(i => new Item(
            i.GetProperty("id").GetString()!,
            i.GetProperty("title").GetString()!,
            i.GetProperty("url").GetString()!,
            string.Join(", ", i.GetProperty("authors").EnumerateArray().Select(a => a.GetProperty("name").GetString())),
            i.GetProperty("date_published").GetDateTimeOffset().ToUnixTimeSeconds(),
            i.GetProperty("content_html").GetString()!)).OrderBy(i => i.Id, StringComparer.Ordinal).ToList();
        var shown = Shown();
        Assert.Equal(expected.Select(i => i with { Html = "" }), shown.Select(i => i with { Html = "" }));
        foreach (var (asTold, asShown) in expected.Zip(shown))
        {
            Assert.Equal(asTold.Html, asShown.Html);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static List<Entry> Entries(JsonElement feed) =>
        [.. feed.GetProperty("entries").EnumerateArray().Select(e => new Entry(
            Text(e, "id"), Text(e, "title"), Text(e, "link"), At(Text(e, "published")), At(Text(e, "updated")), Text(e, "summary"), Text(e, "html"), List(e, "authors"), List(e, "topics")))];

    private static string Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString()! : "";

    private static string List(JsonElement of, string name) => string.Join(", ", of.GetProperty(name).EnumerateArray().Select(v => v.GetString()));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    // What the program keeps to show it.
    private List<Item> Shown()
    {
        using var file = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _folder.File("cache.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        file.Open();
        using var command = file.CreateCommand();
        command.CommandText = "SELECT guid, title, url, author, pubDate, content FROM rss_item ORDER BY guid";
        using var row = command.ExecuteReader();
        var items = new List<Item>();
        while (row.Read())
        {
            items.Add(new Item(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4), row.GetString(5)));
        }

        return items;
    }

    private sealed record Entry(string Id, string Title, string Link, DateTimeOffset Published, DateTimeOffset Updated, string Summary, string Html, string Authors, string Topics);

    private sealed record Item(string Id, string Title, string Url, string Author, long Published, string Html);
}
