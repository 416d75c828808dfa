using System.Net;
using Broadsheet.Staff;
using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Outlets.Pages;

public sealed class ShareImageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_story_with_a_picture_is_shared_with_its_crop()
    {
        await using var site = await TestSite.Start();
        var api = await site.Api();
        var image = (await api.Upload("/images", PictureFiles.Jpeg(1600, 1200), "dam.jpg", new Dictionary<string, string> { ["alt"] = "The dam", ["credit"] = People.Runa })).Is(HttpStatusCode.Created);
        await site.Make.Published(new { slug = "dam", leadImage = image.Id });
        Assert.Equal("The dam", await Shared(site, "/aldor/dam"));
    }

    [Theory]
    [InlineData("The dam holds, and three of its five gates are in working order again after the repair", "aldor", "en")]
    [InlineData("سد زيل يصمد", "arabic", "ar")]
    [InlineData("堤防は持ちこたえる", "aldor", "en")]
    public async Task A_story_without_a_picture_is_shared_with_a_card_of_its_own(string headline, string section, string language)
    {
        await using var site = await TestSite.Start();
        await site.Make.Section(section, new { language });
        await site.Make.Published(new { slug = "dam", headline, section });
        Assert.Equal(headline, await Shared(site, $"/{section}/dam"));
    }

    [Fact]
    public async Task A_card_has_another_address_when_its_words_change_and_none_when_the_story_is_taken()
    {
        await using var site = await TestSite.Start();
        var story = await site.Make.Published(new { slug = "dam", headline = "The dam holds" });
        var first = await CardOf(site, "/aldor/dam");
        var api = await site.Api(Role.Admin);
        (await api.Patch($"/stories/{story.Id}", new { headline = "The dam broke" })).Is(HttpStatusCode.OK);
        (await api.Post($"/stories/{story.Id}/publication")).Is(HttpStatusCode.OK);
        var second = await CardOf(site, "/aldor/dam");
        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.NotFound, await Status(site, first));
        Assert.Equal(HttpStatusCode.OK, await Status(site, second));
        (await api.Delete($"/stories/{story.Id}/publication", new { reason = "Wrong." })).Is(HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.NotFound, await Status(site, second));
    }

    [Fact]
    public async Task A_draft_has_no_card_under_any_address_that_can_be_made_up()
    {
        await using var site = await TestSite.Start();
        var draft = await site.Make.Story(new { slug = "draft" });
        foreach (var key in new[] { new string('0', 32), $"{draft.Id:N}", "x", "" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await Status(site, $"/media/cards/{draft.Id:N}/{key}.jpg"));
        }
    }

    private static async Task<string?> Shared(TestSite site, string path)
    {
        var page = await site.Html(path);
        string? Meta(string name) => page.QuerySelector($"meta[property='{name}']")?.GetAttribute("content");
        var address = new Uri(Meta("og:image")!);
        Assert.Equal(TestSite.Url.Host, address.Host);
        Assert.Equal("summary_large_image", page.QuerySelector("meta[name='twitter:card']")!.GetAttribute("content"));
        using var answer = await site.Reader().GetAsync(address.PathAndQuery, Cancellation);
        Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        using var image = NetVips.Image.NewFromBuffer(await answer.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal((1200, 630), (image.Width, image.Height));
        Assert.Equal(("1200", "630"), (Meta("og:image:width"), Meta("og:image:height")));
        Assert.True(image.Deviate() > 5, "It is a plain surface.");
        return Meta("og:image:alt");
    }

    private static async Task<string> CardOf(TestSite site, string path) =>
        new Uri((await site.Html(path)).QuerySelector("meta[property='og:image']")!.GetAttribute("content")!).PathAndQuery;

    private static async Task<HttpStatusCode> Status(TestSite site, string path) => (await site.Reader().GetAsync(path, Cancellation)).StatusCode;
}
