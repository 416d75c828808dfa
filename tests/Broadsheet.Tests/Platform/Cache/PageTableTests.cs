using Broadsheet.Platform.Cache;
using CsCheck;
using Xunit;

namespace Broadsheet.Tests.Platform.Cache;

public sealed class PageTableTests
{
    [Fact]
    public void What_was_refreshed_turns_stale_and_what_was_revoked_goes_and_nothing_else()
    {
        var table = new PageTable(1 << 20);
        var (front, dam, ferry) = (Page("/", 1, "front", "story:dam", "story:ferry"), Page("/aldor/dam", 1, "story:dam"), Page("/aldor/ferry", 1, "story:ferry"));
        Assert.All(new[] { front, dam, ferry }, page => Assert.True(table.Put(page)));

        table.Swap([], Changed(2, "story:dam"));
        Assert.Equal((true, true, false), (front.IsStale, dam.IsStale, ferry.IsStale));

        table.Drop(Changed(3, "story:dam"));
        Assert.Null(table.Find(front.Key));
        Assert.Null(table.Find(dam.Key));
        Assert.Same(ferry, table.Find(ferry.Key));
    }

    [Fact]
    public void What_was_made_before_a_change_is_not_taken_after_it()
    {
        var table = new PageTable(1 << 20);
        table.Swap([], Changed(7, "story:dam"));
        Assert.False(table.Put(Page("/aldor/dam", 6, "story:dam")));
        Assert.True(table.Put(Page("/aldor/dam", 7, "story:dam")));
        Assert.True(table.Put(Page("/aldor/ferry", 6, "story:ferry")));
    }

    [Fact]
    public void What_was_kept_elsewhere_is_good_enough_unless_it_was_revoked_or_something_stands_there()
    {
        var table = new PageTable(1 << 20);
        table.Swap([], Changed(7, "story:dam"));
        table.Drop(Changed(8, "story:ferry"));
        var old = Page("/aldor/dam", 6, "story:dam");
        Assert.True(table.PutOld(old));
        Assert.True(old.IsStale);
        Assert.False(table.PutOld(Page("/aldor/dam", 5, "story:dam")));
        Assert.False(table.PutOld(Page("/aldor/ferry", 6, "story:ferry")));
    }

    [Fact]
    public void An_older_page_never_takes_the_place_of_a_newer_one()
    {
        var table = new PageTable(1 << 20);
        var newer = Page("/", 5, "front");
        table.Put(newer);
        table.Put(Page("/", 4, "front"));
        Assert.Same(newer, table.Find(newer.Key));
    }

    [Fact]
    public void What_was_not_asked_for_longest_goes_when_there_is_no_room()
    {
        var table = new PageTable(100_000);
        for (var i = 0; i < 200; i++)
        {
            var page = Page($"/a/{i}", 1, "story:x");
            page.LastHit = i;
            table.Put(page);
        }

        Assert.InRange(table.Bytes, 50_000, 100_000);
        Assert.Null(table.Find(new PageKey("/a/0", 1, "")));
        Assert.Equal(table.Count, table.Showing(Changed(9, "story:x")).Count);
    }

    [Fact]
    public void Through_any_sequence_of_changes_the_index_and_the_size_fit_the_pages() => Step.List[1, 60].Sample(steps =>
    {
        var table = new PageTable(60_000);
        var number = 1L;
        foreach (var step in steps)
        {
            number += step.Kind < 2 ? 0 : 1;
            Do(table, step, number);
        }

        var held = Addresses.Select(a => table.Find(new PageKey(a, 1, ""))).OfType<FinishedPage>().ToList();
        Assert.Equal(held.Count, table.Count);
        Assert.Equal(held.Sum(p => (long)p.Size), table.Bytes);
        Assert.All(held, page => Assert.False(page.IsGone));
        foreach (var tag in Tags)
        {
            Assert.Equal(
                held.Where(p => p.Page.Tags.Contains(tag, StringComparer.Ordinal)).Select(p => p.Key.Path).Order(StringComparer.Ordinal),
                table.Showing(Changed(long.MaxValue, tag)).Select(p => p.Key.Path).Order(StringComparer.Ordinal));
        }
    });

    private static readonly string[] Tags = ["front", "story:a", "story:b", "section:c"];

    private static readonly string[] Addresses = [.. Enumerable.Range(0, 12).Select(i => $"/{i}")];

    private static Gen<(int Kind, string Address, List<string> Tags, bool IsHit)> Step { get; } =
        Gen.Select(Gen.Int[0, 3], Gen.OneOf(Addresses), Gen.OneOf(Tags).List[1, 3], Gen.Bool, (kind, address, tags, hit) => (kind, address, tags, hit));

    private static void Do(PageTable table, (int Kind, string Address, List<string> Tags, bool IsHit) step, long number)
    {
        var tags = step.Tags.Distinct(StringComparer.Ordinal).ToArray();
        switch (step.Kind)
        {
            case 0 or 1:
                table.Put(Page(step.Address, step.IsHit ? number : number - 1, tags));
                break;
            case 2:
                var again = table.Showing(Changed(number, tags)).Where(_ => step.IsHit).Select(p => Page(p.Key.Path, number, [.. p.Page.Tags])).ToList();
                table.Swap(again, Changed(number, tags));
                Assert.All(again, page => Assert.False(page.IsStale));
                break;
            default:
                table.Drop(Changed(number, tags));
                Assert.Empty(table.Showing(Changed(number, tags)));
                break;
        }
    }

    private static Dictionary<string, long> Changed(long number, params string[] tags) => tags.ToDictionary(t => t, _ => number, StringComparer.Ordinal);

    private static FinishedPage Page(string address, long number, params string[] tags) =>
        new(new PageKey(address, 1, ""), new RenderedPage { Status = 200, Bytes = new byte[3000], Tags = tags }, number, DateTimeOffset.UnixEpoch);
}
