using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using Broadsheet.Community;
using Broadsheet.Outlets.Search;
using Broadsheet.Platform.Cache;
using Broadsheet.Platform.Text;
using Broadsheet.Platform.Web;
using Broadsheet.Readers;
using Broadsheet.Tests.Support;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Broadsheet.Tests.Outlets.Search;

public sealed class SearchTests
{
    [Theory]
    [InlineData("en", "Ferry aground at Zell Point", "ferry")]
    [InlineData("de", "Großbrücke für Fußgänger gesperrt", "fussgänger")]
    [InlineData("de", "Bürgermeister Müller tritt zurück", "mueller")]
    [InlineData("de", "Bürgermeister Mueller tritt zurück", "Müller")]
    [InlineData("de", "Bürgermeister Müller tritt zurück", "muller")]
    [InlineData("ar", "السَّدّ بعد ثماني ليالٍ", "السد")]
    [InlineData("ar", "أوسمير تعيد فتح الجسر", "اوسمير")]
    [InlineData("he", "הַסֶּכֶר עמד בשיטפון", "הסכר")]
    [InlineData("zh", "水坝三个闸门仍能运转", "闸门")]
    [InlineData("zh", "水坝三个闸门仍能运转", "坝")]
    [InlineData("ja", "ダムのゲートは動いている", "ゲート")]
    public async Task A_story_is_found_in_any_language(string language, string headline, string query)
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { headline, language, slug = "found" });
        await site.Make.Published(new { headline = "Something else", slug = "other" });
        await site.Tick("hand-on-outbox");
        var page = await site.Html("/search?q=" + Uri.EscapeDataString(query));
        Assert.Equal(["/aldor/found"], Addresses(page));
        Assert.NotEmpty(page.QuerySelectorAll(".hit .headline mark"));
    }

    [Theory]
    [InlineData("en", "Three gates hold", "gate", "gates")]
    [InlineData("en", "The gate holds", "gates", "gate")]
    [InlineData("en", "Flooding has stopped", "flooded", "Flooding")]
    [InlineData("en", "The harbourmaster resigns", "harbour", "harbourmaster")]
    [InlineData("de", "Zwei Brücken gesperrt", "Brücke", "Brücken")]
    [InlineData("de", "Die Brücke ist gesperrt", "Brücken", "Brücke")]
    [InlineData("de", "Häuser am Ufer geräumt", "Haus", "Häuser")]
    [InlineData("ar", "السدود صمدت", "السد", "السدود")]
    [InlineData("ar", "السد صمد", "سد", "السد")]
    [InlineData("ar", "سد جديد", "السد", "سد")]
    [InlineData("he", "הסכר עמד בשיטפון", "סכר", "הסכר")]
    [InlineData("he", "סכרים בצפון", "הסכר", "סכרים")]
    [InlineData("he", "עיתונים חדשים", "עיתון", "עיתונים")]
    [InlineData("ru", "Плотина выдержала", "плотины", "Плотина")]
    [InlineData("zh", "水坝三个闸门仍能运转", "闸门", "闸门")]
    public async Task A_word_is_found_in_its_other_forms_and_those_are_marked(string language, string headline, string query, string marked)
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { headline, language, slug = "found", standfirst = "", authors = new[] { "Runa Feld" }, topics = Array.Empty<string>(), body = Make.Body("…") });
        await site.Make.Published(new { headline = "Something else", slug = "other", body = Make.Body("Nothing."), standfirst = "", topics = Array.Empty<string>() });
        await site.Tick("hand-on-outbox");
        var page = await site.Html("/search?q=" + Uri.EscapeDataString(query));
        Assert.Equal(["/aldor/found"], Addresses(page));
        Assert.Equal(marked, Assert.Single(page.QuerySelectorAll(".hit .headline mark")).TextContent);
    }

    [Fact]
    public async Task A_word_as_it_was_typed_comes_before_its_forms_in_the_same_place_however_old_and_quotes_and_minus_mean_it_alone()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { slug = "typed", headline = "One heron", body = Make.Body("A bird.") });
        site.Clock.Advance(TimeSpan.FromDays(2000));
        await site.Make.Published(new { slug = "form", headline = "Two herons", body = Make.Body("Birds.") });
        await site.Make.Published(new { slug = "neither", headline = "Egrets", body = Make.Body("Hero of the day.") });
        await site.Tick("hand-on-outbox");
        Assert.Equal(["/aldor/typed", "/aldor/form"], await Found(site, "heron"));
        Assert.Equal(["/aldor/form", "/aldor/typed"], await Found(site, "herons"));
        Assert.Equal(["/aldor/typed"], await Found(site, "\"heron\""));
        Assert.Equal(["/aldor/form"], await Found(site, "herons -heron"));
    }

    [Fact]
    public async Task Standfirst_body_authors_topics_and_captions_are_searched()
    {
        await using var site = await TestSite.Start();
        var image = (await (await site.Api()).Upload("/images", PictureFiles.Png(64, 48), "a.png", new Dictionary<string, string>(StringComparer.Ordinal) { ["alt"] = "A bird", ["caption"] = "A heron on the spillway.", ["credit"] = "I. Marsh" })).Id;
        var body = Make.Body("The concrete holds.");
        body["content"]!.AsArray().Add(new JsonObject { ["type"] = "figure", ["attrs"] = new JsonObject { ["image"] = image.ToString(), ["size"] = "column" } });
        await site.Make.Published(new
        {
            slug = "all",
            standfirst = "Measured for a fortnight.",
            authors = new[] { "Tobin Ashgrove" },
            topics = new[] { "Hydrology" },
            body,
        });
        await site.Tick("hand-on-outbox");
        foreach (var query in new[] { "fortnight", "concrete", "ashgrove", "hydrology", "heron", "concrete heron ashgrove" })
        {
            Assert.Equal(["/aldor/all"], await Found(site, query));
        }
    }

    [Fact]
    public async Task All_words_must_be_there_quotes_keep_them_together_and_a_minus_leaves_them_out()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { slug = "one", headline = "North", body = Make.Body("Three gates of the ferry port.") });
        await site.Make.Published(new { slug = "two", headline = "South", body = Make.Body("The gates stood open for three days.") });
        await site.Tick("hand-on-outbox");
        Assert.Equal(["/aldor/one", "/aldor/two"], (await Found(site, "three gates")).Order(StringComparer.Ordinal));
        Assert.Equal(["/aldor/one"], await Found(site, "\"three gates\""));
        Assert.Equal(["/aldor/two"], await Found(site, "three gates -ferry"));
        Assert.Equal(["/aldor/two"], await Found(site, "gates -\"three gates\""));
        Assert.Empty(await Found(site, "\"open gates\""));
    }

    [Fact]
    public async Task A_headline_counts_more_than_a_body_and_of_two_alike_the_newer_comes_first()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { slug = "old-headline", headline = "The heron" });
        site.Clock.Advance(TimeSpan.FromDays(400));
        await site.Make.Published(new { slug = "in-body", headline = "Birds", body = Make.Body("One heron was seen.") });
        await site.Make.Published(new { slug = "new-headline", headline = "The heron again" });
        await site.Tick("hand-on-outbox");
        Assert.Equal(["/aldor/new-headline", "/aldor/old-headline", "/aldor/in-body"], await Found(site, "heron"));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_or_a_story_twice()
    {
        await using var site = await TestSite.Start();
        for (var i = 0; i < 45; i++)
        {
            await site.Make.Published(new { headline = string.Create(CultureInfo.InvariantCulture, $"Gate report {i}"), slug = string.Create(CultureInfo.InvariantCulture, $"report-{i}") });
        }

        await site.Tick("hand-on-outbox");
        var first = await site.Html("/search?q=gate+report");
        var second = await site.Html(first.QuerySelector(".pager-older")!.GetAttribute("href")!);
        var third = await site.Html(second.QuerySelector(".pager-older")!.GetAttribute("href")!);
        Assert.Null(third.QuerySelector(".pager-older"));
        List<string> all = [.. Addresses(first), .. Addresses(second), .. Addresses(third)];
        Assert.Equal(45, all.Count);
        Assert.Equal(45, all.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("45", first.QuerySelector(".count")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_leave_a_section_with_those_in_it_an_author_and_days()
    {
        await using var site = await TestSite.Start();
        await site.Make.Section("aldor");
        await site.Make.Section("osmere", new { parent = "aldor" });
        await site.Make.Section("world");
        await site.Make.Published(new { slug = "a", section = "osmere", authors = new[] { "Ann Lee" } });
        site.Clock.Advance(TimeSpan.FromDays(2));
        await site.Make.Published(new { slug = "b", section = "world", authors = new[] { "Ben Roe" } });
        await site.Tick("hand-on-outbox");
        Assert.Equal(["/osmere/a"], await Found(site, "gates", "&section=aldor"));
        Assert.Equal(["/world/b"], await Found(site, "gates", "&section=world"));
        Assert.Equal(["/osmere/a"], await Found(site, "gates", "&author=ann-lee"));
        Assert.Equal(["/world/b"], await Found(site, "gates", "&author=ben%20roe"));
        Assert.Equal(["/osmere/a"], await Found(site, "gates", "&to=2026-11-24"));
        Assert.Equal(["/world/b"], await Found(site, "gates", "&from=2026-11-25&to=2026-11-26"));
        Assert.Empty(await Found(site, "gates", "&from=2026-11-25&to=2026-11-25"));
        Assert.Empty(await Found(site, "gates", "&author=ann-lee&section=world"));
    }

    [Fact]
    public async Task What_is_wrong_is_told_beside_its_field_and_nothing_typed_is_lost()
    {
        await using var site = await TestSite.Start();
        await site.Make.Section();
        var page = await site.Html("/search?q=dam&section=nowhere&author=Nobody&from=yesterday&to=2026-02-31", status: HttpStatusCode.UnprocessableEntity);
        foreach (var field in new[] { "section", "author", "from", "to" })
        {
            var input = page.QuerySelector($"#search-{field}")!;
            Assert.Equal("true", input.GetAttribute("aria-invalid"));
            Assert.NotEmpty(page.GetElementById(input.GetAttribute("aria-describedby")!)!.TextContent);
        }

        Assert.Equal(["dam", "Nobody", "yesterday", "2026-02-31"], new[] { "q", "author", "from", "to" }.Select(f => page.QuerySelector($"#search-{f}")!.GetAttribute("value")));
        Assert.True(page.QuerySelector("details")!.HasAttribute("open"));
    }

    [Fact]
    public async Task Where_nothing_is_found_the_latest_is_offered_and_without_words_only_the_form()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { slug = "newest" });
        await site.Tick("hand-on-outbox");
        foreach (var lite in new[] { "", "/lite" })
        {
            var none = await site.Html(lite + "/search?q=unheard");
            Assert.Contains("unheard", none.QuerySelector("main h2")!.TextContent, StringComparison.Ordinal);
            Assert.NotEmpty(none.QuerySelectorAll($"a[href='{lite}/aldor/newest']"));
            var empty = await site.Html(lite + "/search");
            Assert.Empty(empty.QuerySelectorAll("main h2"));
            Assert.Equal($"{lite}/search", empty.QuerySelector("form")!.GetAttribute("action"));
        }
    }

    [Fact]
    public async Task What_was_found_is_marked_and_its_markup_is_text()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { slug = "sharp", headline = "<b>Heron</b> & heron", body = Make.Body("A <script>heron</script> \"stood\".") });
        await site.Tick("hand-on-outbox");
        var page = await site.Html("/search?q=" + Uri.EscapeDataString("heron \"><script>"));
        Assert.Empty(page.QuerySelectorAll("main script, main b"));
        Assert.Equal("heron \"><script>", page.QuerySelector("#search-q")!.GetAttribute("value"));
        page = await site.Html("/search?q=heron");
        Assert.Equal("<b>Heron</b> & heron", page.QuerySelector(".hit .headline")!.TextContent);
        Assert.All(page.QuerySelectorAll("mark"), mark => Assert.Equal("heron", mark.TextContent, ignoreCase: true));
        Assert.NotEmpty(page.QuerySelectorAll(".hit .headline mark"));
    }

    [Fact]
    public async Task What_readers_may_not_see_is_never_found()
    {
        await using var site = await TestSite.Start();
        var api = await site.Api();
        var withdrawn = await site.Make.Published(new { slug = "withdrawn", headline = "Heron withdrawn" });
        var withheld = await site.Make.Published(new { slug = "withheld", headline = "Heron withheld" });
        var scheduled = await site.Make.Story(new { slug = "later", headline = "Heron later" });
        (await api.Post($"/stories/{scheduled.Id}/publication", new { at = TestSite.Morning.AddHours(3) })).Is(HttpStatusCode.OK);
        await site.Make.Story(new { slug = "draft", headline = "Heron draft" });
        await site.Tick("hand-on-outbox");
        Assert.Equal(2, (await Found(site, "heron")).Count);
        Assert.True((await api.Delete($"/stories/{withdrawn.Id}/publication", new { reason = "Wrong." })).Status is HttpStatusCode.NoContent or HttpStatusCode.OK);
        (await api.Put($"/stories/{withheld.Id}/versions/1/withholding", new { ground = "court", reason = "An order." })).Is(HttpStatusCode.OK);
        Assert.Empty(await Found(site, "heron"));
        await site.Tick("hand-on-outbox");
        Assert.Empty(await Found(site, "heron"));
        await using var db = site.Open();
        Assert.Empty(await db.SearchEntries.ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_version_that_was_replaced_is_not_found_and_the_new_one_is()
    {
        await using var site = await TestSite.Start();
        var api = await site.Api();
        var story = await site.Make.Published(new { slug = "changing", body = Make.Body("A heron.") });
        await site.Tick("hand-on-outbox");
        (await api.Patch($"/stories/{story.Id}", new { body = Make.Body("An egret.") })).Is(HttpStatusCode.OK);
        Assert.Equal(["/aldor/changing"], await Found(site, "heron"));
        (await api.Post($"/stories/{story.Id}/publication")).Is(HttpStatusCode.OK);
        Assert.Empty(await Found(site, "heron"));
        await site.Tick("hand-on-outbox");
        Assert.Empty(await Found(site, "heron"));
        Assert.Equal(["/aldor/changing"], await Found(site, "egret"));
    }

    [Fact]
    public async Task An_author_and_a_topic_are_found_by_their_new_names()
    {
        await using var site = await TestSite.Start();
        var api = await site.Api();
        await site.Make.Published(new { slug = "signed", authors = new[] { "Ann Lee" }, topics = new[] { "Birds" } });
        var author = (await api.Get("/authors")).Json.GetProperty("items")[0].GetProperty("id").GetString();
        var topic = (await api.Get("/topics")).Json.GetProperty("items")[0].GetProperty("id").GetString();
        (await api.Patch($"/authors/{author}", new { name = "Ann Marsh" })).Is(HttpStatusCode.OK);
        (await api.Patch($"/topics/{topic}", new { name = "Waders" })).Is(HttpStatusCode.OK);
        await site.Tick("hand-on-outbox");
        Assert.Equal(["/aldor/signed"], await Found(site, "marsh waders"));
        Assert.Empty(await Found(site, "lee"));
    }

    [Fact]
    public async Task Stories_from_before_there_was_an_index_are_filled_in()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { slug = "old", headline = "Heron" });
        Assert.Empty(await Found(site, "heron"));
        await site.Tick("fill-search");
        Assert.Equal(["/aldor/old"], await Found(site, "heron"));
        await using (var db = site.Open())
        {
            await db.SearchEntries.ExecuteUpdateAsync(set => set.SetProperty(e => e.Cut, CutText.Version - 1).SetProperty(e => e.Head, " "), TestContext.Current.CancellationToken);
        }

        await site.Tick("fill-search");
        Assert.Equal(["/aldor/old"], await Found(site, "heron"));
    }

    [Fact]
    public async Task No_class_finds_or_is_quoted_what_it_may_not_read()
    {
        await using var site = await Unlimited();
        await using (var db = site.Open())
        {
            db.Tiers.AddRange(new Tier { Slug = "friend", Name = "Friend", Rank = 10 }, new Tier { Slug = "patron-of-all", Name = "Patron", Rank = 20 });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        string[] all = ["public", "readers", "members", "tier:friend", "tier:patron-of-all"];
        (Audience Audience, string[] Reads)[] classes =
        [
            (Audience.Visitor, all[..1]), (Audience.Reader, all[..2]), (Audience.Member("friend", 10), all[..4]), (Audience.Member("patron-of-all", 20), all),
        ];
        var stories = Gen.Select(Gen.OneOf(all), Gen.Int[0, 2], Gen.Bool).List[8, 14].Single();
        for (var i = 0; i < stories.Count; i++)
        {
            var (access, place, inQuote) = stories[i];
            var (free, behind) = (string.Create(CultureInfo.InvariantCulture, $"Open{i} shared."), string.Create(CultureInfo.InvariantCulture, $"Secret{i}x hidden shared."));
            var body = place == 0 ? Make.Body(behind) : Make.GatedBody(free, behind);
            if (inQuote)
            {
                body["content"]!.AsArray().Add(new JsonObject
                {
                    ["type"] = "pullQuote",
                    ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = string.Create(CultureInfo.InvariantCulture, $"Quoted{i}x") }),
                });
            }

            await site.Make.Published(new { headline = string.Create(CultureInfo.InvariantCulture, $"Title {i}"), slug = string.Create(CultureInfo.InvariantCulture, $"t{i}"), access, body });
        }

        await site.Tick("hand-on-outbox");
        foreach (var (audience, reads) in classes)
        {
            for (var i = 0; i < stories.Count; i++)
            {
                var may = reads.Contains(stories[i].Item1, StringComparer.Ordinal);
                string[] address = [string.Create(CultureInfo.InvariantCulture, $"/aldor/t{i}")];
                List<string> secrets = [$"secret{i}x", $"\"secret{i}x hidden\"", $"title secret{i}x", .. stories[i].Item3 ? new[] { $"quoted{i}x" } : []];
                foreach (var secret in secrets)
                {
                    Assert.Equal(may ? address : [], await Found(site, secret, audience: audience));
                }

                // What is left out by a word is so for those alone who could have read it.
                Assert.Equal(may ? [] : address, await Found(site, $"\"title {i}\" -secret{i}x", audience: audience));
                var page = await site.Html(string.Create(CultureInfo.InvariantCulture, $"/search?q=%22title+{i}%22"), audience);
                Assert.Equal(address, Addresses(page));
                Assert.True(may || !page.DocumentElement.OuterHtml.Contains($"Secret{i}x", StringComparison.OrdinalIgnoreCase));
            }

            var shared = await site.Html("/search?q=shared", audience);
            var expected = stories.Count(s => s.Item2 != 0 || reads.Contains(s.Item1, StringComparer.Ordinal));
            Assert.Equal(expected, Addresses(shared).Count);
            for (var i = 0; i < stories.Count; i++)
            {
                Assert.True(reads.Contains(stories[i].Item1, StringComparer.Ordinal) || !shared.DocumentElement.OuterHtml.Contains(string.Create(CultureInfo.InvariantCulture, $"Secret{i}x "), StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task Any_query_is_answered()
    {
        await using var site = await Unlimited();
        await site.Make.Published(new { slug = "one" });
        await site.Tick("hand-on-outbox");
        string[] known = ["'", "\"", "\\", "a'b", "* OR *", "{head} : a", "NEAR(a b)", "a NOT", "NOT a", "^gates", "gates*", "('a')", "a <-> b", "a:*", "!a", "\0", "%", "_", "--", "- -", "-\"", "gates AND", "\ud800", "a\u200db", new string('x', 5000), string.Join(' ', Enumerable.Repeat("gates", 400)), "﷽", "½ ㈱ ①", "gates \"measured the dam\" -nothing"];
        var http = site.Reader();
        foreach (var query in known.Concat(Gen.String.Array[120].Single()))
        {
            using var answer = await http.GetAsync("/search?q=" + Uri.EscapeDataString(query), TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode is HttpStatusCode.OK, $"“{query}” answered {(int)answer.StatusCode}.\n{site.Log}");
        }

        foreach (var field in new[] { "section", "author", "from", "to", "page" })
        {
            foreach (var value in Gen.String.Array[15].Single())
            {
                using var answer = await http.GetAsync($"/search?q=gates&{field}=" + Uri.EscapeDataString(value), TestContext.Current.CancellationToken);
                Assert.True((int)answer.StatusCode is 200 or 422, $"{field} “{value}” answered {(int)answer.StatusCode}.\n{site.Log}");
            }
        }
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_answered()
    {
        await using var site = await Unlimited();
        await site.Make.Published();
        await site.Tick("hand-on-outbox");
        var random = Gen.Byte.Array[1, 40].Array[60].Single();
        string[] queries = ["q=%FF%FE", "q=%C3", "q=%ED%A0%80", "q=%00", "q=%", "q=%zz", "q=gates&q=dam", "q[]=1", "q", "&&&", "q=%F0%9F", .. random.Select(bytes => "q=" + string.Concat(bytes.Select(b => $"%{b:X2}")))];
        foreach (var query in queries)
        {
            using var client = new TcpClient();
            await client.ConnectAsync(site.Address.Host, site.Address.Port, TestContext.Current.CancellationToken);
            await using var stream = client.GetStream();
            await stream.WriteAsync(Encoding.Latin1.GetBytes($"GET /search?{query} HTTP/1.1\r\nHost: {site.Address.Authority}\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var line = await reader.ReadLineAsync(TestContext.Current.CancellationToken);
            Assert.True(line is "HTTP/1.1 200 OK", $"{query} answered {line}.\n{site.Log}");
        }
    }

    [Fact]
    public async Task The_empty_form_is_kept_like_any_page_and_never_stands_for_an_answer()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { headline = "The dam holds" });
        await site.Tick("hand-on-outbox");
        using var first = await site.Reader().GetAsync("/search", TestContext.Current.CancellationToken);
        Assert.True(first.Headers.CacheControl!.Public);
        var renders = site.Services.GetRequiredService<PageCache>().Counts.Renders;
        foreach (var path in new[] { "/search", "/search?q=", "/search?page=2&utm_source=mail" })
        {
            Assert.Null((await site.Html(path)).QuerySelector("article, .hit"));
        }

        Assert.Equal(renders, site.Services.GetRequiredService<PageCache>().Counts.Renders);
        foreach (var path in new[] { "/search?q=dam", "/lite/search?q=dam" })
        {
            Assert.Contains("The dam holds", (await site.Html(path)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }

        await site.Html("/search?section=nowhere", status: HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_search_that_nobody_can_answer_keeps_what_was_typed_and_says_so()
    {
        await using var site = await TestSite.Start();
        await site.Make.Section();
        await site.Html("/about");
        site.Services.GetRequiredService<LoadLadder>().Level = LoadLevel.Disk;
        foreach (var path in new[] { "/search?q=dam&from=2026-11-01", "/lite/search?q=dam&from=2026-11-01" })
        {
            var page = await site.Html(path, status: HttpStatusCode.ServiceUnavailable);
            Assert.Equal(("dam", "2026-11-01"), (page.QuerySelector("input[name=q]")!.GetAttribute("value"), page.QuerySelector("input[name=from]")!.GetAttribute("value")));
            Assert.Contains("The search can’t answer just now.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal("Back in a moment", (await site.Html("/terms", status: HttpStatusCode.ServiceUnavailable)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Answers_are_kept_nowhere_and_too_many_are_refused_with_a_page()
    {
        await using var site = await TestSite.Start(alter: services =>
        {
            services.RemoveAll<RateLimits>();
            services.AddSingleton(new RateLimits { Search = new RateLimit(1, 3) });
        });
        await site.Make.Section();
        await site.Html("/about");
        var http = site.Reader();
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 8; i++)
        {
            answers.Add(await http.GetAsync("/search?q=dam", TestContext.Current.CancellationToken));
        }

        Assert.All(answers, a => Assert.Equal("no-store", a.Headers.CacheControl!.ToString()));
        Assert.Equal(HttpStatusCode.OK, answers[0].StatusCode);
        var refused = answers[^1];
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.True(refused.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
        Assert.Contains("One moment, please", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        answers.ForEach(a => a.Dispose());
    }

    [Fact]
    public async Task A_common_word_is_ranked_among_so_many_stories_and_no_more()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { slug = "one" });
        await site.Tick("hand-on-outbox");
        await using var db = site.Open();
        var index = new SearchIndex(db);
        var scope = new SearchScope([], [], [], 0, long.MaxValue);
        Assert.Single(await index.Find(SearchQuery.Read("gates"), scope, isWhole: false, inHead: true, most: 1, TestContext.Current.CancellationToken));
        Assert.Empty(await index.Find(SearchQuery.Read("gates"), scope, isWhole: false, inHead: false, most: 0, TestContext.Current.CancellationToken));
    }

    private static Task<TestSite> Unlimited() => TestSite.Start(alter: services =>
    {
        services.RemoveAll<RateLimits>();
        services.AddSingleton(new RateLimits { Search = new RateLimit(1000, 100_000) });
    });

    private static async Task<IReadOnlyList<string>> Found(TestSite site, string query, string filters = "", Audience audience = default) =>
        Addresses(await site.Html($"/search?q={Uri.EscapeDataString(query)}{filters}", audience));

    private static List<string> Addresses(IHtmlDocument page) => [.. page.QuerySelectorAll(".hit .headline a").Select(a => a.GetAttribute("href")!)];
}
