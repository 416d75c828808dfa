using System.Net;
using System.Xml.Linq;
using Broadsheet.Outlets.Sitemaps;
using Broadsheet.Platform.Cache;
using Broadsheet.Staff;
using Broadsheet.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Broadsheet.Tests.Outlets.Sitemaps;

public sealed class SitemapTests
{
    private static readonly XNamespace Space = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_index_leads_to_a_file_for_each_month_and_these_to_every_story()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { slug = "november" });
        site.Clock.Advance(TimeSpan.FromDays(10));
        await site.Make.Published(new { slug = "december" });
        await site.Make.Story(new { slug = "draft" });

        var index = await Xml(site, "/sitemap.xml", Space + "sitemapindex");
        var files = index.Elements(Space + "sitemap").Select(s => s.Element(Space + "loc")!.Value).ToList();
        Assert.Equal(["http://courier.example/sitemap-pages.xml", "http://courier.example/sitemap-2026-11.xml", "http://courier.example/sitemap-2026-12.xml"], files);
        Assert.Equal("2026-12-04T08:00:00Z", index.Elements().Last().Element(Space + "lastmod")!.Value);
        var all = new List<string>();
        foreach (var file in files)
        {
            all.AddRange((await Xml(site, new Uri(file).PathAndQuery, Space + "urlset")).Elements(Space + "url").Select(u => u.Element(Space + "loc")!.Value));
        }

        Assert.Equal(all.Distinct(StringComparer.Ordinal), all);
        foreach (var path in new[] { "/", "/aldor", "/corrections", "/about", "/terms", "/privacy", "/aldor/november", "/aldor/december" })
        {
            Assert.Contains("http://courier.example" + path, all);
            Assert.Equal(HttpStatusCode.OK, (await site.Reader().GetAsync(path, Cancellation)).StatusCode);
        }

        Assert.DoesNotContain(all, address => address.Contains("draft", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_publication_makes_its_own_month_anew_and_no_other()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { slug = "november" });
        site.Clock.Advance(TimeSpan.FromDays(10));
        await site.Make.Published(new { slug = "december" });
        var before = await ETag(site, "/sitemap-2026-11.xml");
        var modified = await Modified(site, "/sitemap-2026-11.xml");
        var now = await ETag(site, "/sitemap-2026-12.xml");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.Make.Published(new { slug = "another" });
        Assert.Equal((before, modified), (await ETag(site, "/sitemap-2026-11.xml"), await Modified(site, "/sitemap-2026-11.xml")));
        Assert.NotEqual(now, await ETag(site, "/sitemap-2026-12.xml"));
    }

    [Theory]
    [InlineData("withdraw")]
    [InlineData("withhold")]
    public async Task What_was_taken_is_in_no_sitemap(string how)
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published(new { slug = "dam", headline = "A headline" });
        await site.Make.Published(new { slug = "other" });
        foreach (var path in new[] { "/sitemap-2026-11.xml", "/sitemap-news.xml" })
        {
            Assert.Contains("/aldor/dam", await site.Reader().GetStringAsync(path, Cancellation), StringComparison.Ordinal);
        }

        var api = await site.Api(Role.Admin);
        _ = how == "withdraw"
            ? (await api.Delete($"/stories/{story.Id}/publication", new { reason = "Wrong." })).Is(HttpStatusCode.OK)
            : (await api.Put($"/stories/{story.Id}/versions/1/withholding", new { ground = "court", reason = "An order." })).Is(HttpStatusCode.OK);
        foreach (var path in new[] { "/sitemap-2026-11.xml", "/sitemap-news.xml" })
        {
            Assert.DoesNotContain("/aldor/dam", await site.Reader().GetStringAsync(path, Cancellation), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_news_sitemap_holds_two_days()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { slug = "first", headline = "The first & only" });
        site.Clock.Advance(TimeSpan.FromHours(47));
        await site.Make.Published(new { slug = "second" });
        var news = await Xml(site, "/sitemap-news.xml", Space + "urlset");
        Assert.Equal(2, news.Elements(Space + "url").Count());
        var first = news.Elements(Space + "url").Last().Element(News + "news")!;
        Assert.Equal("The first & only", first.Element(News + "title")!.Value);
        Assert.Equal("2026-11-24T08:00:00Z", first.Element(News + "publication_date")!.Value);
        Assert.Equal("en", first.Element(News + "publication")!.Element(News + "language")!.Value);
        Assert.NotEmpty(first.Element(News + "publication")!.Element(News + "name")!.Value);
        site.Clock.Advance(TimeSpan.FromHours(1));
        site.Services.GetRequiredService<PageCache>().Forget();
        Assert.Equal("http://courier.example/aldor/second", Assert.Single((await Xml(site, "/sitemap-news.xml", Space + "urlset")).Elements(Space + "url")).Element(Space + "loc")!.Value);
    }

    [Theory]
    [InlineData("/sitemap-2026-10.xml")]
    [InlineData("/sitemap-2026-11-2.xml")]
    [InlineData("/sitemap-2026-11-1.xml")]
    [InlineData("/sitemap-2026-11-01.xml")]
    [InlineData("/sitemap-2026-13.xml")]
    [InlineData("/sitemap-x.xml")]
    [InlineData("/lite/sitemap.xml")]
    [InlineData("/lite/robots.txt")]
    public async Task What_is_no_file_of_the_sitemap_is_not_found(string path)
    {
        await using var site = await TestSite.Start();
        await site.Make.Published();
        Assert.Equal(HttpStatusCode.NotFound, (await site.Reader().GetAsync(path, Cancellation)).StatusCode);
    }

    [Fact]
    public void A_month_of_many_stories_has_several_files_each_with_one_name()
    {
        var month = SitemapFile.Of(TestSite.Morning);
        Assert.Equal(("2026-11", "2026-11-2"), (month.Name, month.With(2).Name));
        Assert.Equal(month.With(2), SitemapFile.Read("2026-11-2"));
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero), month.Until);
        Assert.InRange(SitemapPages.Length, 1, 50_000);
    }

    [Fact]
    public async Task Robots_are_led_to_the_sitemaps_and_kept_from_what_is_no_page()
    {
        await using var site = await TestSite.Start();
        var lines = (await Text(site, "/robots.txt")).Split('\n');
        Assert.Equal("User-agent: *", lines[0]);
        Assert.Contains("Disallow: /newsroom", lines);
        Assert.Contains("Sitemap: http://courier.example/sitemap.xml", lines);
        Assert.Contains("Sitemap: http://courier.example/sitemap-news.xml", lines);
        Assert.DoesNotContain("Disallow: /", lines);
    }

    [Fact]
    public async Task Security_txt_names_a_contact_that_exists_and_is_believed_for_less_than_a_year()
    {
        await using var site = await TestSite.Start();
        var fields = (await Text(site, "/.well-known/security.txt")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(": ", 2)).ToDictionary(l => l[0], l => l[1], StringComparer.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.Reader().GetAsync(new Uri(fields["Contact"]).PathAndQuery, Cancellation)).StatusCode);
        Assert.Equal("2027-06-01T00:00:00Z", fields["Expires"]);
        Assert.Equal("http://courier.example/.well-known/security.txt", fields["Canonical"]);
        site.Clock.Advance(TimeSpan.FromDays(10));
        site.Services.GetRequiredService<PageCache>().Forget();
        Assert.Contains("2027-07-01T00:00:00Z", await Text(site, "/.well-known/security.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ads_txt_says_that_nobody_else_sells()
    {
        await using var site = await TestSite.Start();
        var records = (await Text(site, "/ads.txt")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#').ToList();
        Assert.Equal(["placeholder.example.com, placeholder, DIRECT, placeholder", "OWNERDOMAIN=courier.example"], records);
    }

    [Fact]
    public async Task A_newsroom_says_itself_who_sells_its_advertising_and_where_faults_are_told()
    {
        await using var site = await TestSite.Start();
        await Text(site, "/ads.txt");
        await Text(site, "/.well-known/security.txt");
        var api = await site.Api(Role.Admin);
        var changed = (await api.Patch("/paper", new
        {
            adsTxt = "# ours\r\nads.example, 1234, DIRECT, f08c47fec0942fa0 # main\r\nother.example, ab-9, reseller\nCONTACT=ads@courier.example",
            securityTxt = "Contact: mailto:security@courier.example\nContact: https://courier.example/report\nPolicy: https://courier.example/pages/security\nPreferred-Languages: en, de",
        })).Is(HttpStatusCode.OK);
        Assert.StartsWith("Contact: mailto:security@courier.example", changed["securityTxt"], StringComparison.Ordinal);
        Assert.Equal("# ours\nads.example, 1234, DIRECT, f08c47fec0942fa0 # main\nother.example, ab-9, reseller\nCONTACT=ads@courier.example\n", await Text(site, "/ads.txt"));
        var security = (await Text(site, "/.well-known/security.txt")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["Contact: mailto:security@courier.example", "Contact: https://courier.example/report", "Policy: https://courier.example/pages/security", "Preferred-Languages: en, de", "Expires: 2027-06-01T00:00:00Z", "Canonical: http://courier.example/.well-known/security.txt"], security);
        site.Clock.Advance(TimeSpan.FromDays(400));
        site.Services.GetRequiredService<PageCache>().Forget();
        Assert.Contains("Expires: 2028-07-01T00:00:00Z", await Text(site, "/.well-known/security.txt"), StringComparison.Ordinal);
        (await api.Patch("/paper", new { adsTxt = (string?)null, securityTxt = "" })).Is(HttpStatusCode.OK);
        Assert.Contains("placeholder", await Text(site, "/ads.txt"), StringComparison.Ordinal);
        Assert.Contains("Contact: http://courier.example/about", await Text(site, "/.well-known/security.txt"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("adsTxt", "ads.example, 1234")]
    [InlineData("adsTxt", "ads.example, 1234, SOMETIMES")]
    [InlineData("adsTxt", "ads example, 1234, DIRECT")]
    [InlineData("adsTxt", "COLOUR=red")]
    [InlineData("adsTxt", "<script>")]
    [InlineData("securityTxt", "Policy: https://courier.example/policy")]
    [InlineData("securityTxt", "Contact: security@courier.example")]
    [InlineData("securityTxt", "Contact: http://courier.example/report")]
    [InlineData("securityTxt", "Contact: mailto:a@courier.example\nExpires: 2031-01-01T00:00:00Z")]
    [InlineData("securityTxt", "Contact: mailto:a@courier.example\nPreferred-Languages: en\npreferred-languages: de")]
    [InlineData("securityTxt", "Contact: mailto:a@courier.example\nColour: red")]
    public async Task What_programs_would_stumble_over_is_not_taken(string field, string text)
    {
        await using var site = await TestSite.Start();
        var answer = (await (await site.Api(Role.Admin)).Patch("/paper", new Dictionary<string, string>(StringComparer.Ordinal) { [field] = text })).Is(HttpStatusCode.UnprocessableEntity);
        Assert.Single(answer.Json.GetProperty("errors").GetProperty(field).EnumerateArray());
    }

    private static async Task<XElement> Xml(TestSite site, string path, XName root)
    {
        using var answer = await site.Reader().GetAsync(path, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{path} answered {(int)answer.StatusCode}\n{text}\n{site.Log}");
        Assert.Equal("application/xml", answer.Content.Headers.ContentType!.MediaType);
        var element = XDocument.Parse(text).Root!;
        Assert.Equal(root, element.Name);
        // What the schema demands of every entry: loc first, of less than 2,048 letters, then lastmod.
        Assert.All(element.Elements(), entry =>
        {
            Assert.Equal(Space + "loc", entry.Elements().First().Name);
            Assert.InRange(entry.Elements().First().Value.Length, 12, 2048);
            Assert.All(entry.Elements(Space + "lastmod"), at => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", at.Value));
        });
        return element;
    }

    private static async Task<string> Text(TestSite site, string path)
    {
        using var answer = await site.Reader().GetAsync(path, Cancellation);
        Assert.Equal((HttpStatusCode.OK, "text/plain"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    private static async Task<string> ETag(TestSite site, string path) => (await site.Reader().GetAsync(path, Cancellation)).Headers.ETag!.Tag;

    private static async Task<DateTimeOffset?> Modified(TestSite site, string path) => (await site.Reader().GetAsync(path, Cancellation)).Content.Headers.LastModified;
}
