using System.Text.Json;
using System.Xml.Linq;
using Broadsheet.Stories;
using Broadsheet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Broadsheet.Tests.Outlets.Pages;

public sealed class DamagedStoryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"type":"broken"}""")]
    [InlineData("{\"type\":\"doc\",\"content\":[")]
    [InlineData("")]
    public async Task A_story_whose_body_can_not_be_read_takes_no_feed_and_no_search_with_it(string bytes)
    {
        await using var site = await TestSite.Start();
        await site.Make.Published(new { headline = "The dam holds", slug = "whole" });
        var damaged = await site.Make.Published(new { headline = "The dam again", slug = "damaged" });
        await site.Tick("hand-on-outbox");
        await using (var db = site.Open())
        {
            await db.Set<Revision>().Where(r => r.StoryId == damaged.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Body, bytes), Cancellation);
        }

        var reader = site.Reader();
        Assert.Equal("The dam holds", XDocument.Parse(await reader.GetStringAsync("/feed.xml", Cancellation)).Descendants("item").Single().Element("title")!.Value);
        using var json = JsonDocument.Parse(await reader.GetStringAsync("/aldor/feed.json", Cancellation));
        Assert.Equal("The dam holds", Assert.Single(json.RootElement.GetProperty("items").EnumerateArray()).GetProperty("title").GetString());
        Assert.Equal("The dam holds", Assert.Single((await site.Html("/search?q=dam")).QuerySelectorAll(".hit .headline")).TextContent.Trim());
        Assert.Contains($"Story {damaged.Id} is left out of /feed.xml", site.Log.ToString(), StringComparison.Ordinal);
    }
}
