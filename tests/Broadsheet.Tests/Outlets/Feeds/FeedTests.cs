using System.Net;
using System.Net.Http.Headers;
using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Broadsheet.Community;
using Broadsheet.Outlets.Feeds;
using Broadsheet.Platform.Cache;
using Broadsheet.Readers;
using Broadsheet.Staff;
using Broadsheet.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Broadsheet.Tests.Outlets.Feeds;

public sealed class FeedTests
{
    private const string Secret = "The vault holds nine ledgers.";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Media = "http://search.yahoo.com/mrss/";
    private static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";
    private static readonly string[] Files = ["feed.xml", "feed.atom", "feed.json"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/aldor/")]
    [InlineData("/topics/zell-dam/")]
    [InlineData("/authors/mira-solvane/")]
    public async Task A_public_story_stands_in_every_feed_with_its_full_text(string place)
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published(new { headline = "Dam & <gates>", slug = "dam", bodyMarkdown = "First words.\n\nLast *words*, [linked](/aldor)." });

        foreach (var feed in await Syndicated(site, place))
        {
            var item = Assert.Single(feed.Items);
            Assert.Equal("Dam & <gates>", item.Title.Text);
            Assert.Equal($"urn:uuid:{story.Id}", item.Id);
            Assert.Equal(TestSite.Morning, item.PublishDate);
            Assert.Equal(TestSite.Morning, item.LastUpdatedTime);
            Assert.Contains(item.Links, l => l.RelationshipType == "alternate" && l.Uri == new Uri(TestSite.Url, "/aldor/dam"));
            Assert.Equal("Zell dam", Assert.Single(item.Categories).Name);
        }

        var rss = XDocument.Parse(await Get(site, place + "feed.xml")).Descendants("item").Single();
        var entry = XDocument.Parse(await Get(site, place + "feed.atom")).Descendants(Atom + "entry").Single();
        using var json = JsonDocument.Parse(await Get(site, place + "feed.json"));
        var html = json.RootElement.GetProperty("items")[0].GetProperty("content_html").GetString()!;
        Assert.Equal(html, rss.Element(Content + "encoded")!.Value);
        Assert.Equal(html, entry.Element(Atom + "content")!.Value);
        var text = XElement.Parse(html);
        Assert.Equal("OsmereFirst words.Last words, linked.", text.Value);
        Assert.Equal("http://courier.example/aldor", text.Descendants("a").Single().Attribute("href")!.Value);
        Assert.Equal(People.Mira, entry.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.Equal("http://courier.example" + place + "feed.json", json.RootElement.GetProperty("feed_url").GetString());
    }

    [Fact]
    public async Task No_feed_holds_what_a_visitor_may_not_read_whoever_asks()
    {
        await using var site = await TestSite.Start();
        await using (var db = site.Open())
        {
            db.Add(new Tier { Slug = "patron", Name = "Patron", Rank = 20 });
            await db.SaveChangesAsync(Cancellation);
        }

        foreach (var (access, i) in new[] { "readers", "members", "tier:patron" }.Select((a, i) => (a, i)))
        {
            await site.Make.Published(new { slug = $"cut-{i}", access, body = Make.GatedBody("Free words.", Secret) });
            await site.Make.Published(new { slug = $"shut-{i}", access, body = Make.Body(Secret) });
        }

        foreach (var place in new[] { "/", "/aldor/", "/topics/zell-dam/", "/authors/mira-solvane/" })
        {
            foreach (var file in Files)
            {
                var visitors = await Get(site, place + file);
                Assert.DoesNotContain("ledgers", visitors, StringComparison.Ordinal);
                Assert.Equal(3, visitors.Split("Free words.").Length - 1);
                Assert.Equal(visitors, await Get(site, place + file, Audience.Member("patron", 20)));
            }
        }

        using var json = JsonDocument.Parse(await Get(site, "/feed.json"));
        Assert.All(json.RootElement.GetProperty("items").EnumerateArray(), item =>
        {
            Assert.False(item.GetProperty("_broadsheet").GetProperty("isWhole").GetBoolean());
            Assert.Contains("Read the rest on our site", item.GetProperty("content_html").GetString()!, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_correction_stands_in_the_feeds_at_once_and_moves_the_entry()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published(new { slug = "dam" });
        var api = await site.Api();
        _ = await Get(site, "/feed.xml");
        site.Clock.Advance(TimeSpan.FromHours(1));
        (await api.Post($"/stories/{story.Id}/corrections", new { kind = "correction", text = "It was the east bank.", wrong = "west", right = "east" })).Is(HttpStatusCode.Created);
        (await api.Post($"/stories/{story.Id}/corrections", new { kind = "editorsNote", text = "We are looking into this." })).Is(HttpStatusCode.Created);

        foreach (var feed in await Syndicated(site, "/"))
        {
            Assert.Equal(TestSite.Morning.AddHours(1), Assert.Single(feed.Items).LastUpdatedTime);
        }

        using var json = JsonDocument.Parse(await Get(site, "/feed.json"));
        var html = XElement.Parse(json.RootElement.GetProperty("items")[0].GetProperty("content_html").GetString()!);
        Assert.Equal("editorsNote", html.Elements().First().Attribute("data-correction")!.Value);
        var last = html.Elements().Last();
        Assert.Equal("correction", last.Attribute("data-correction")!.Value);
        Assert.Equal("Correction, 24 November 2026: It was the east bank.We wrote: westIt should have been: east", last.Value);
        Assert.Equal(["editorsNote", "correction"], json.RootElement.GetProperty("items")[0].GetProperty("_broadsheet").GetProperty("corrections").EnumerateArray().Select(c => c.GetProperty("kind").GetString()!));
    }

    [Fact]
    public async Task An_old_story_comes_back_into_the_feeds_with_its_correction_for_two_weeks()
    {
        await using var site = await TestSite.Start();
        var old = await site.Make.Published(new { slug = "old", headline = "The old one" });
        for (var i = 0; i < 30; i++)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            await site.Make.Published(new { slug = $"newer-{i}" });
        }

        Assert.DoesNotContain("The old one", await Get(site, "/aldor/feed.atom"), StringComparison.Ordinal);
        var api = await site.Api();
        (await api.Post($"/stories/{old.Id}/corrections", new { kind = "correction", text = "It was Tuesday." })).Is(HttpStatusCode.Created);
        Assert.Contains("It was Tuesday.", await Get(site, "/aldor/feed.atom"), StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromDays(15));
        // What is old may be shown once more while the new is made.
        site.Services.GetRequiredService<PageCache>().Forget();
        Assert.DoesNotContain("It was Tuesday.", await Get(site, "/aldor/feed.atom"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_story_stays_for_two_weeks_with_its_reason_and_none_of_its_words()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published(new { headline = "The dam holds", slug = "dam", standfirst = "A standfirst.", body = Make.Body("Words of the body.") });
        var api = await site.Api();
        foreach (var file in Files)
        {
            Assert.Contains("Words of the body.", await Get(site, "/" + file), StringComparison.Ordinal);
        }

        site.Clock.Advance(TimeSpan.FromHours(2));
        (await api.Delete($"/stories/{story.Id}/publication", new { reason = "It was wrong throughout." })).Is(HttpStatusCode.OK);
        foreach (var path in new[] { "/", "/aldor/", "/topics/zell-dam/", "/authors/mira-solvane/" }.SelectMany(place => Files.Select(file => place + file)))
        {
            var feed = await Get(site, path);
            Assert.Contains("It was wrong throughout.", feed, StringComparison.Ordinal);
            Assert.Contains("Withdrawn: The dam holds", feed, StringComparison.Ordinal);
            Assert.DoesNotContain("Words of the body.", feed, StringComparison.Ordinal);
            Assert.DoesNotContain("A standfirst.", feed, StringComparison.Ordinal);
        }

        var tomb = XDocument.Parse(await Get(site, "/feed.atom")).Descendants(Tombstones + "deleted-entry").Single();
        Assert.Equal(($"urn:uuid:{story.Id}", "2026-11-24T10:00:00Z"), (tomb.Attribute("ref")!.Value, tomb.Attribute("when")!.Value));
        site.Clock.Advance(TimeSpan.FromDays(15));
        // What is old may be shown once more while the new is made.
        site.Services.GetRequiredService<PageCache>().Forget();
        Assert.DoesNotContain("The dam holds", await Get(site, "/feed.xml"), StringComparison.Ordinal);
        await Missing(site, "/topics/zell-dam/feed.xml");

        (await api.Post($"/stories/{story.Id}/publication")).Is(HttpStatusCode.OK);
        Assert.Contains("Words of the body.", await Get(site, "/feed.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withheld_version_is_in_no_feed_nor_its_headline_even_when_it_is_withdrawn()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published(new { headline = "What a court forbids" });
        var api = await site.Api(Role.Admin);
        Assert.Contains("What a court forbids", await Get(site, "/feed.xml"), StringComparison.Ordinal);
        (await api.Put($"/stories/{story.Id}/versions/1/withholding", new { ground = "court", reason = "An order." })).Is(HttpStatusCode.OK);
        Assert.DoesNotContain("What a court forbids", await Get(site, "/feed.xml"), StringComparison.Ordinal);
        (await api.Delete($"/stories/{story.Id}/publication", new { reason = "Taken back." })).Is(HttpStatusCode.OK);
        foreach (var file in Files)
        {
            var feed = await Get(site, "/aldor/" + file);
            Assert.DoesNotContain("court forbids", feed, StringComparison.Ordinal);
            Assert.DoesNotContain(story.Id.ToString(), feed, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_no_list_has_no_feed_and_a_section_that_moved_leads_on()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published();
        await site.Make.Story(new { headline = "A draft", topics = new[] { "Secret topic" }, authors = new[] { People.Tobin } });
        foreach (var path in new[] { "/nowhere/feed.xml", "/topics/nothing/feed.atom", "/topics/secret-topic/feed.xml", "/authors/tobin-ashgrove/feed.json", "/lite/feed.xml", "/aldor/x/feed.xml", "/feed.rss", "/aldor/feed.txt" })
        {
            await Missing(site, path);
        }

        var api = await site.Api();
        var section = (await api.Get("/sections")).Json.GetProperty("items").EnumerateArray().Single(s => s.GetProperty("slug").GetString() == "aldor").GetProperty("id").GetGuid();
        (await api.Patch($"/sections/{section}", new { slug = "valley" })).Is(HttpStatusCode.OK);
        foreach (var file in Files)
        {
            using var answer = await site.Reader().GetAsync("/aldor/" + file, Cancellation);
            Assert.Equal((HttpStatusCode.PermanentRedirect, "/valley/" + file), (answer.StatusCode, answer.Headers.Location?.ToString()));
        }
    }

    [Fact]
    public async Task Feeds_are_asked_for_conditionally_compressed_and_by_HEAD()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { headline = "One" });
        foreach (var file in Files)
        {
            using var first = await site.Reader().GetAsync("/" + file, Cancellation);
            Assert.Equal("public", first.Headers.CacheControl!.ToString().Split(',')[0]);
            Assert.Equal(HttpStatusCode.NotModified, (await Asked(site, file, HttpMethod.Get, r => r.IfNoneMatch.Add(first.Headers.ETag!))).Status);
            Assert.Equal(HttpStatusCode.NotModified, (await Asked(site, file, HttpMethod.Get, r => r.IfModifiedSince = first.Content.Headers.LastModified)).Status);
            Assert.Equal("br", (await Asked(site, file, HttpMethod.Get, r => r.AcceptEncoding.ParseAdd("gzip, br"))).Encoding);
            Assert.Equal("gzip", (await Asked(site, file, HttpMethod.Get, r => r.AcceptEncoding.ParseAdd("gzip"))).Encoding);
            var head = await Asked(site, file, HttpMethod.Head, _ => { });
            Assert.Equal((HttpStatusCode.OK, first.Content.Headers.ContentLength, 0), (head.Status, head.Length, head.Sent));
            site.Clock.Advance(TimeSpan.FromSeconds(2));
            await site.Make.Published(new { headline = "Another" });
            Assert.Equal(HttpStatusCode.OK, (await Asked(site, file, HttpMethod.Get, r => r.IfNoneMatch.Add(first.Headers.ETag!))).Status);
            Assert.Equal(HttpStatusCode.OK, (await Asked(site, file, HttpMethod.Get, r => r.IfModifiedSince = first.Content.Headers.LastModified)).Status);
        }
    }

    [Fact]
    public async Task A_picture_comes_with_its_size_and_credit_and_not_after_its_licence()
    {
        await using var site = await TestSite.Start();
        var api = await site.Api();
        var image = (await api.Upload("/images", PictureFiles.Jpeg(1600, 1000), "dam.jpg", new Dictionary<string, string> { ["alt"] = "The dam", ["caption"] = "The dam on Monday.", ["credit"] = People.Runa, ["expiresAt"] = "2026-11-24T12:00:00Z" })).Is(HttpStatusCode.Created);
        await site.Make.Published(new { leadImage = image.Id });
        var item = XDocument.Parse(await Get(site, "/feed.xml")).Descendants("item").Single();
        var media = item.Element(Media + "content")!;
        Assert.Equal(("1280", "800", People.Runa), (media.Attribute("width")!.Value, media.Attribute("height")!.Value, media.Element(Media + "credit")!.Value));
        Assert.Equal(HttpStatusCode.OK, (await site.Reader().GetAsync(new Uri(media.Attribute("url")!.Value).PathAndQuery, Cancellation)).StatusCode);
        Assert.Contains($"class=\"credit\">{People.Runa}", item.Element(Content + "encoded")!.Value, StringComparison.Ordinal);

        site.Clock.Advance(TimeSpan.FromHours(5));
        await site.Tick("expire-images");
        Assert.DoesNotContain("/media/", await Get(site, "/feed.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("/media/", await Get(site, "/feed.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_XML_can_not_hold_is_left_out_and_a_feed_speaks_its_own_language()
    {
        await using var site = await TestSite.Start();
        await site.Make.Section("arabic", new { language = "ar" });
        await site.Make.Published(new { headline = "سد زيل", section = "arabic", slug = "sadd", body = Make.Body("Waves \U0001F30A ]]> & <b>") });
        foreach (var feed in await Syndicated(site, "/arabic/"))
        {
            Assert.Equal("سد زيل", feed.Items.Single().Title.Text);
            Assert.Equal("ar", feed.Language);
        }

        Assert.Contains("Waves 🌊 ]]", await Get(site, "/feed.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_makes_a_document_that_is_not_well_formed()
    {
        var bytes = OutletXml.Document(xml =>
        {
            xml.Start("a");
            xml.Attribute("b", "\u0001<\"&\uFFFE");
            xml.Text("]]>\u0000\u001F\uD800!");
            xml.End();
        });
        var read = XElement.Load(new MemoryStream(bytes));
        Assert.Equal(("<\"&", "]]>\uFFFD!"), (read.Attribute("b")!.Value, read.Value));
    }

    [Fact]
    public async Task Every_page_names_the_feeds_of_what_it_shows()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { slug = "dam" });
        foreach (var (page, feed) in new[] { ("/", "/"), ("/aldor", "/aldor/"), ("/aldor/dam", "/aldor/"), ("/topics/zell-dam", "/topics/zell-dam/"), ("/authors/mira-solvane", "/authors/mira-solvane/") })
        {
            var named = (await site.Html(page)).QuerySelectorAll("head link[rel=alternate][type]").Select(l => l.GetAttribute("href")!).ToList();
            foreach (var address in Files.Select(file => feed + file))
            {
                Assert.Contains(address, named);
                _ = await Get(site, address);
            }
        }
    }

    private static async Task<IReadOnlyList<SyndicationFeed>> Syndicated(TestSite site, string place)
    {
        var feeds = new List<SyndicationFeed>();
        foreach (var file in new[] { "feed.xml", "feed.atom" })
        {
            using var reader = XmlReader.Create(new StringReader(await Get(site, place + file)), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            feeds.Add(SyndicationFeed.Load(reader));
        }

        return feeds;
    }

    private static async Task<string> Get(TestSite site, string path, Audience audience = default)
    {
        using var answer = await site.Reader(audience).GetAsync(path, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{path} answered {(int)answer.StatusCode}\n{text}\n{site.Log}");
        Assert.Equal(
            path.Split('.')[^1] switch { "xml" => "application/rss+xml", "atom" => "application/atom+xml", _ => "application/feed+json" },
            answer.Content.Headers.ContentType!.MediaType);
        return text;
    }

    private static async Task Missing(TestSite site, string path)
    {
        using var answer = await site.Reader().GetAsync(path, Cancellation);
        Assert.True(answer.StatusCode is HttpStatusCode.NotFound, $"{path} answered {(int)answer.StatusCode}");
    }

    private static async Task<(HttpStatusCode Status, string? Encoding, long? Length, int Sent)> Asked(TestSite site, string file, HttpMethod method, Action<HttpRequestHeaders> with)
    {
        using var request = new HttpRequestMessage(method, "/" + file);
        with(request.Headers);
        using var answer = await site.Reader().SendAsync(request, Cancellation);
        return (answer.StatusCode, answer.Content.Headers.ContentEncoding.SingleOrDefault(), answer.Content.Headers.ContentLength, (await answer.Content.ReadAsByteArrayAsync(Cancellation)).Length);
    }
}
