using System.Text;
using Broadsheet.Platform.Cache;
using Broadsheet.Platform.Changes;
using Broadsheet.Platform.Configuration;
using Broadsheet.Platform.Database;
using Broadsheet.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Broadsheet.Tests.Platform.Cache;

public sealed class PageDiskTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
    private readonly TestFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_comes_back_whole_after_a_restart()
    {
        var page = Page("/aldor/dam", 3, "Nobody was hurt.", "story:dam", "front");
        await using (var disk = Open())
        {
            disk.Keep(page);
            await disk.Reached(Number(3));
        }

        await using var again = Open();
        var found = await again.Find(page.Key, Cancellation) ?? throw new InvalidOperationException("The page is gone.");
        Assert.Equal("Nobody was hurt.", Encoding.UTF8.GetString(found.Identity));
        Assert.Equal(
            (page.Number, page.ETag, page.LastModified, page.Page.ValidUntil, page.MadeAt, false),
            (found.Number, found.ETag, found.LastModified, found.Page.ValidUntil, found.MadeAt, found.IsStale));
        Assert.Equal(page.Page.Tags, found.Page.Tags);
        Assert.Equal((3, At), again.LastReached);
        Assert.Null(await again.Find(new PageKey("/aldor/dam", 1, "reader"), Cancellation));
    }

    [Fact]
    public async Task What_was_revoked_does_not_come_back_and_what_was_refreshed_is_known_to_be_old()
    {
        await using (var disk = Open())
        {
            disk.Keep(Page("/aldor/dam", 3, "dam", "story:dam"));
            disk.Keep(Page("/", 3, "front", "front", "story:ferry"));
            disk.Keep(Page("/aldor", 5, "newer than the change", "story:dam"));
        }

        await using (var disk = Open())
        {
            await disk.Apply(Tags(4, "story:dam", "front"), Tags(4, "story:dam"));
        }

        await using var again = Open();
        Assert.Null(await again.Find(new PageKey("/aldor/dam", 1, ""), Cancellation));
        Assert.True((await again.Find(new PageKey("/", 1, ""), Cancellation))?.IsStale);
        Assert.False((await again.Find(new PageKey("/aldor", 1, ""), Cancellation))?.IsStale);
    }

    [Fact]
    public async Task A_page_that_was_revoked_while_it_waited_is_not_stored()
    {
        var page = Page("/aldor/dam", 3, "dam", "story:dam");
        page.IsGone = true;
        await using (var disk = Open())
        {
            disk.Keep(page);
        }

        await using var again = Open();
        Assert.Null(await again.Find(page.Key, Cancellation));
    }

    [Fact]
    public async Task A_page_that_comes_late_is_stored_as_old_or_not_at_all()
    {
        await using (var disk = Open())
        {
            await disk.Apply(Tags(4, "story:dam", "front"), Tags(4, "story:dam"));
            disk.Keep(Page("/aldor/dam", 3, "dam", "story:dam"));
            disk.Keep(Page("/", 3, "front", "front"));
            disk.Keep(Page("/aldor", 4, "aldor", "story:dam", "front"));
        }

        await using var again = Open();
        Assert.Null(await again.Find(new PageKey("/aldor/dam", 1, ""), Cancellation));
        Assert.True((await again.Find(new PageKey("/", 1, ""), Cancellation))?.IsStale);
        Assert.False((await again.Find(new PageKey("/aldor", 1, ""), Cancellation))?.IsStale);
        Assert.Equal(["/aldor/dam", "/"], (await again.Missing(new[] { "/aldor/dam", "/aldor", "/" }.Select(path => new PageKey(path, 1, "")), Cancellation)).Select(key => key.Path));
    }

    [Fact]
    public async Task Pages_of_another_database_are_forgotten()
    {
        await using (var before = Open())
        {
            before.Keep(Page("/", 3, "front", "front"));
        }

        await using var disk = Open();
        await disk.BeginAnew(Number(9));
        Assert.Null(await disk.Find(new PageKey("/", 1, ""), Cancellation));
        Assert.Equal((9, At), disk.LastReached);
    }

    [Fact]
    public async Task What_another_database_changed_keeps_no_page_of_this_one_away()
    {
        await using (var disk = Open())
        {
            await disk.Apply(Tags(9, "story:dam", "front"), Tags(9, "story:dam"));
            await disk.BeginAnew(Number(2));
            disk.Keep(Page("/aldor/dam", 3, "dam", "story:dam"));
        }

        await using var again = Open();
        Assert.False((await again.Find(new PageKey("/aldor/dam", 1, ""), Cancellation))?.IsStale);
    }

    [Fact]
    public async Task A_file_that_can_not_be_read_is_begun_anew()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "pages.db"), new string('x', 10_000), Cancellation);
        await using (var disk = Open())
        {
            Assert.Null(disk.LastReached);
            disk.Keep(Page("/", 3, "front", "front"));
        }

        await using var again = Open();
        var found = await again.Find(new PageKey("/", 1, ""), Cancellation) ?? throw new InvalidOperationException("The page is gone.");
        Assert.Equal("front", Encoding.UTF8.GetString(found.Identity));
    }

    [Fact]
    public async Task Closing_waits_for_who_writes_and_whoever_comes_later_finds_nothing()
    {
        var disk = Open();
        using var begun = new SemaphoreSlim(0);
        var writers = Enumerable.Range(0, 8).Select(writer => Task.Run(
            async () =>
            {
                for (var i = 1; i <= 200; i++)
                {
                    await disk.Apply(Tags(i, "story:dam", "front"), Tags(i, "story:ferry"));
                    begun.Release();
                }
            },
            Cancellation)).ToArray();
        for (var i = 0; i < 20; i++)
        {
            await begun.WaitAsync(Cancellation);
        }

        await disk.DisposeAsync();

        await Task.WhenAll(writers);
        Assert.Null(await disk.Find(new PageKey("/", 1, ""), Cancellation));
    }

    public void Dispose() => _folder.Dispose();

    private static FinishedPage Page(string address, long number, string text, params string[] tags) => new(
        new PageKey(address, 1, ""),
        new RenderedPage { Status = 200, Bytes = Encoding.UTF8.GetBytes(text), Tags = tags, ValidUntil = At.AddHours(16) },
        number,
        At);

    private static Dictionary<string, long> Tags(long number, params string[] tags) => tags.ToDictionary(t => t, _ => number, StringComparer.Ordinal);

    private static Change Number(long number) => new() { Number = number, Kind = ChangeKind.Refresh, Tags = "front", At = At };

    private PageDisk Open() => new(
        new Settings { Data = _folder.Path, Database = DatabaseAddress.InFolder(_folder.Path), Listen = TestSite.Url, Url = TestSite.Url, Media = _folder.Path },
        NullLogger<PageDisk>.Instance);
}
