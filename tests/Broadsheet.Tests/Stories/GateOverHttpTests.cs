using Broadsheet.Community;
using Broadsheet.Readers;
using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Stories;

/// <summary>Promise 1, over HTTP: no outlet holds a sentence that its reader may not read.</summary>
public sealed class GateOverHttpTests
{
    private const string Secret = "The vault holds nine ledgers.";

    private static readonly Audience[] Audiences = [Audience.Visitor, Audience.Reader, Audience.Member("friend", 10), Audience.Member("patron", 20)];

    [Theory]
    [InlineData("public", "visitor reader member-friend member-patron")]
    [InlineData("readers", "reader member-friend member-patron")]
    [InlineData("members", "member-friend member-patron")]
    [InlineData("tier:friend", "member-friend member-patron")]
    [InlineData("tier:patron", "member-patron")]
    public async Task Past_the_gate_reads_who_may_and_nobody_else(string access, string mayRead)
    {
        await using var site = await TestSite.Start();
        await using (var db = site.Open())
        {
            db.Add(new Tier { Slug = "friend", Name = "Friend", Rank = 10 });
            db.Add(new Tier { Slug = "patron", Name = "Patron", Rank = 20 });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await site.Make.Published(new { slug = "dam", access, body = Make.GatedBody("Free words.", Secret) });
        foreach (var audience in Audiences)
        {
            var may = mayRead.Split(' ').Contains(audience.ToString());
            foreach (var path in new[] { "/aldor/dam", "/lite/aldor/dam" })
            {
                var page = await site.Html(path, audience);
                Assert.Contains("Free words.", page.DocumentElement.TextContent, StringComparison.Ordinal);
                Assert.Equal((audience, path, may), (audience, path, page.DocumentElement.OuterHtml.Contains(Secret, StringComparison.Ordinal)));
                Assert.Equal(!may, page.QuerySelector("[data-gate]") is not null);
            }

            foreach (var path in new[] { "/", "/aldor", "/lite", "/authors/mira-solvane", "/topics/zell-dam", "/aldor/dam/history" })
            {
                Assert.DoesNotContain(Secret, (await site.Html(path, audience)).DocumentElement.OuterHtml, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_story_without_a_gate_that_is_not_everybodys_shows_headline_standfirst_and_nothing_of_its_body()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { slug = "dam", access = "members", body = Make.Body("First.", Secret) });
        var page = await site.Html("/aldor/dam");
        Assert.Equal("Survey finds three of five gates in working order", page.QuerySelector("h1.headline")!.TextContent);
        Assert.DoesNotContain("First.", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("member-friend.10.4102444800.AAAA")]
    [InlineData("member-friend")]
    [InlineData("")]
    [InlineData("....")]
    [InlineData("reader.0.99999999999999999999.AAAA")]
    public async Task A_forged_cookie_makes_nobody_a_member(string cookie)
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { slug = "dam", access = "readers", body = Make.GatedBody("Free words.", Secret) });
        var reader = site.Reader();
        reader.DefaultRequestHeaders.Add("Cookie", $"class={cookie}");
        Assert.DoesNotContain(Secret, await reader.GetStringAsync("/aldor/dam", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cookie_is_believed_for_fifteen_minutes()
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { slug = "dam", access = "members", body = Make.GatedBody("Free words.", Secret) });
        var member = site.Reader(Audience.Member("friend", 10));
        Assert.Contains(Secret, await member.GetStringAsync("/aldor/dam", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.DoesNotContain(Secret, await member.GetStringAsync("/aldor/dam", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
