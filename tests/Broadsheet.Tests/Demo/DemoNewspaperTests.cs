using System.Globalization;
using System.Text.RegularExpressions;
using Broadsheet.Demo;
using Broadsheet.Demo.Pictures;
using Broadsheet.Stories;
using Broadsheet.Stories.Body;
using NodaTime;
using Xunit;

namespace Broadsheet.Tests.Demo;

public sealed partial class DemoNewspaperTests
{
    private static readonly IReadOnlyDictionary<string, FrontMatter> Files = DemoFiles.Stories;
    private static readonly IReadOnlyDictionary<string, DemoPicture> Pictures = DemoFiles.Pictures;
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb[DemoFiles.Site.TimeZone];

    public static TheoryData<string> Keys => [.. Files.Keys];

    private static IReadOnlyList<string> Current => [.. Files.Keys.Where(k => !k.Contains(".v", StringComparison.Ordinal))];

    [Fact]
    public void Every_picture_that_can_be_drawn_is_described_and_used()
    {
        var used = Files.Values.SelectMany(PicturesOf)
            .Concat(DemoFiles.Authors.Select(a => a.Picture).OfType<string>())
            .ToHashSet(StringComparer.Ordinal);
        var drawn = Scenes.All.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(drawn.Order(StringComparer.Ordinal), Pictures.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(drawn.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_picture_has_an_alt_text_a_caption_and_a_credit() =>
        Assert.All(Pictures, picture =>
        {
            Assert.InRange(picture.Value.Alt.Length, 30, 250);
            Assert.NotEqual("", picture.Value.Caption.Trim());
            Assert.NotEqual("", picture.Value.Credit.Trim());
            Assert.NotEqual(picture.Value.Alt, picture.Value.Caption);
        });

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_story_has_what_a_story_needs_and_its_text_is_kept_whole(string key)
    {
        var file = Files[key];
        Assert.InRange(file["headline"]!.Length, 10, 110);
        Assert.NotNull(file["standfirst"]);
        Assert.Contains(file["section"]!, DemoFiles.Site.Sections.Select(s => s.Slug));
        Assert.NotEmpty(file.Several("authors"));
        Assert.All(file.Several("authors"), author => Assert.Contains(author, DemoFiles.Authors.Select(a => a.Name)));
        Assert.NotEmpty(file.Several("topics"));
        Assert.True(file["at"] is null == file["state"] is not null, "Either an hour or a state of work.");
        var body = new MarkdownImport(new DocumentReader(Random.Shared)).Read(file.Text, picture => Pictures.ContainsKey(picture) ? Guid.NewGuid() : null, story => Files.ContainsKey(story) ? "/there" : null);
        Assert.Empty(body.Faults);
        Assert.Empty(body.NotKept);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_story_shows_no_picture_that_was_taken_after_it_went_out(string key)
    {
        var date = Day().Match(Files[key]["at"] ?? "");
        var day = date.Success ? int.Parse(date.Groups["day"].Value, CultureInfo.InvariantCulture) : 0;
        Assert.All(PicturesOf(Files[key]), picture => Assert.True((Pictures[picture].TakenAt ?? day) <= day, $"{picture} was taken {Pictures[picture].TakenAt} days from today, {key} is of {day}."));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_story_that_is_not_for_all_has_a_free_part_worth_reading_and_others_have_no_gate(string key)
    {
        var parts = Files[key].Text.Split("---gate---");
        Assert.Equal(Files[key]["access"] is null or "public" ? 1 : 2, parts.Length);
        Assert.All(parts, part => Assert.InRange(part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 50, 2500));
    }

    [Fact]
    public void No_two_stories_have_the_same_address()
    {
        var days = new DemoDays(Zone, DateTimeOffset.UnixEpoch);
        var addresses = Current.Select(key => Files.GetValueOrDefault(key + ".v1") ?? Files[key]).Select(f => f["section"] + "/" + Slug.From(days.Write(f["headline"]!, CultureInfo.InvariantCulture), f["language"]));
        Assert.Equal(Current.Count, addresses.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_newspaper_shows_everything_a_newspaper_has()
    {
        var live = Current.Where(key => Files[key]["at"]?[0] == '-').ToList();
        Assert.InRange(live.Count, 60, 200);
        Assert.InRange(live.Select(key => Files[key]["section"]).Distinct().Count(), 6, 20);
        Assert.Equal(Enum.GetValues<CorrectionKind>().Order(), DemoFiles.Corrections.Select(c => Enum.Parse<CorrectionKind>(c.Kind, ignoreCase: true)).Distinct().Order());
        Assert.All(DemoFiles.Corrections.Select(c => c.Story).Concat(DemoFiles.Withdrawals.Select(w => w.Story)), key => Assert.Contains(key, live));
        Assert.NotEmpty(DemoFiles.Withdrawals);
        Assert.Contains(Current, key => Files[key]["at"]?[0] == '+');
        Assert.Contains(Current, key => Files.ContainsKey(key + ".v2") && Files[key]["note"] is not null);
        Assert.All(["public", "readers", "members"], access => Assert.Contains(live, key => Files[key]["access"] == access));
        Assert.All(["pullquote", "factbox", "comparison", "gallery", "embed", "timeline"], box => Assert.Contains(live, key => Files[key].Text.Contains($"::: {box}", StringComparison.Ordinal)));
        var ranks = Current.Select(key => Files[key]["front"]).OfType<string>().ToList();
        Assert.Equal(ranks.Count, ranks.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Whenever_the_demo_is_made_no_story_is_of_the_future_and_what_came_in_last_is_of_the_papers_day()
    {
        var random = new Random(1911);
        for (var i = 0; i < 500; i++)
        {
            var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(3 * 365 * 24 * 60));
            var days = new DemoDays(Zone, now);
            Assert.All(Files.Values.Select(f => f["at"]).Concat(DemoFiles.Corrections.Select(c => c.At)).Concat(DemoFiles.Withdrawals.Select(w => w.At)).OfType<string>().Where(at => at[0] == '-'), text =>
            {
                var at = days.At(text);
                Assert.True(at < now, $"{text} at {now:O} would be {at:O}.");
                if (!text.Contains('d', StringComparison.Ordinal))
                {
                    Assert.True(Instant.FromDateTimeOffset(at).InZone(Zone).Date.ToDateOnly() >= days.DayOf(0), $"{text} at {now:O} would be of the day before.");
                }
            });
            Assert.All(Pictures.Values.Select(p => p.TakenAt).OfType<int>(), day => Assert.True(days.DayOf(day) <= DateOnly.FromDateTime(now.UtcDateTime)));
        }
    }

    private static IEnumerable<string> PicturesOf(FrontMatter file) =>
        PictureName().Matches(file.Text).Select(m => m.Groups["key"].Value).Concat(file["lead"] is { } lead ? [lead] : []);

    [GeneratedRegex("^(?<day>-[0-9]+)d", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Day();

    [GeneratedRegex("image:(?<key>[a-z0-9-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PictureName();
}
