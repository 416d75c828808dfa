using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Broadsheet.Stories;
using Broadsheet.Tests.Newspaper;
using Broadsheet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

[assembly: AssemblyFixture(typeof(Courier))]

namespace Broadsheet.Tests.Newspaper;

/// <summary>A newspaper with a page of every kind, made once for all tests that only read it.</summary>
public sealed class Courier : IAsyncDisposable
{
    /// <summary>A public story with every block that a body can have.</summary>
    public const string Everything = "/aldor/everything-at-once";

    /// <summary>A story of 1,000 words and six pictures.</summary>
    public const string Long = "/aldor/a-long-night-at-the-dam";

    /// <summary>A story that begins with a comparison.</summary>
    public const string Compared = "/aldor/compared";

    /// <summary>A story that is read from right to left.</summary>
    public const string Arabic = "/arabic/al-sadd";

    /// <summary>The theme that pages are drawn with where nothing is said.</summary>
    public const string Default = "default";

    /// <summary>The other built-in theme.</summary>
    public const string Evening = "evening";

    private readonly TestFolder _folder = new();
    private readonly Lazy<Task<TestDatabase>> _database = new(TestDatabase.Create);
    private readonly Lazy<Task<TestSite>> _site;
    private readonly Lazy<Task<TestSite>> _evening;

    public Courier() => (_site, _evening) = (new(Publish), new(InTheEvening));

    /// <summary>One page of each kind.</summary>
    public static IReadOnlyList<PageKind> Kinds { get; } =
    [
        new("/"),
        new("/aldor"), new("/aldor?page=2"), new("/osmere"), new("/quiet"), new("/arabic"),
        new(Everything), new(Long), new("/aldor/for-members"), new("/aldor/corrected"), new("/aldor/retracted"), new(Arabic),
        new(Everything + "/history"), new("/aldor/corrected/history"),
        new("/topics/zell-dam"), new("/topics/zell-dam?page=2"), new("/authors/mira-solvane"), new("/corrections"),
        new("/search"), new("/search?q=dam"), new("/search?q=unheard"), new("/search?q=dam&author=Nobody&from=soon", 422), new("/about"), new("/privacy"), new("/terms"), new("/terms/1"), new("/pages/house-rules"),
        new("/nowhere", 404) { HasLite = false }, new("/lite/nowhere", 404) { HasLite = false },
        new("/aldor/withdrawn", 410), new("/aldor/withheld", 451), new("/aldor/broken", 500),
    ];

    /// <summary>Each kind, and again as text only.</summary>
    public static IEnumerable<PageKind> KindsWithLite => [.. Kinds, .. Kinds.Where(k => k.HasLite).Select(k => k.Lite)];

    /// <summary>The newspaper, drawn with one of the built-in themes.</summary>
    public Task<TestSite> Site(string theme = Default) => (theme is Evening ? _evening : _site).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var site in new[] { _evening, _site }.Where(s => s is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
        {
            await (await site.Value).DisposeAsync();
        }

        if (_database is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await _database.Value).DisposeAsync();
        }

        _folder.Dispose();
    }

    // A second node, which keeps its own pages.
    private async Task<TestSite> InTheEvening()
    {
        var site = await Site();
        return await TestSite.Start(await _database.Value, site.Clock, settings => settings with { Theme = Evening, Data = _folder.Path });
    }

    private async Task<TestSite> Publish()
    {
        var site = await TestSite.Start(await _database.Value);
        var api = await site.Api();
        var pictures = await Pictures.Add(api);

        await site.Make.Section("aldor", new { description = "News from the republic, its valleys, hills and islands." });
        await site.Make.Section("osmere", new { parent = "aldor" });
        await site.Make.Section("quiet");
        await site.Make.Section("opinion");
        await site.Make.Section("arabic", new { name = "العربية", language = "ar", description = "أخبار ألدور وأوسمير ومقالات بالعربية." });
        await SetUpPages(api);

        for (var number = 1; number <= 32; number++)
        {
            await site.Make.Published(new { headline = string.Create(CultureInfo.InvariantCulture, $"Report {number} from the dam"), leadImage = number % 3 == 0 ? pictures.Wide : (Guid?)null });
        }

        await site.Make.Published(new { headline = "In the capital", section = "osmere", leadImage = pictures.Tall });
        await site.Make.Published(new { headline = "On silence", section = "opinion" });
        await site.Make.Published(new { headline = "A long night at the dam", leadImage = pictures.Wide, bodyMarkdown = Bodies.Long(pictures) });
        await site.Make.Published(new { headline = "Compared", bodyMarkdown = Bodies.Comparison(pictures) + "\n\nThen the text." });
        await site.Make.Published(new { headline = "For members", access = "members", body = Make.GatedBody("Everybody reads this.", "Members read this."), leadImage = pictures.Wide });
        await site.Make.Published(new { headline = "السدّ بعد ثماني ليالٍ", slug = "al-sadd", standfirst = "ثلاثة مهندسين يقولون إن البوابات ما زالت تدور.", section = "arabic", dateline = "أوسمير", leadImage = pictures.Wide, bodyMarkdown = Bodies.Arabic(pictures) });

        var corrected = await site.Make.Published(new { headline = "Corrected" });
        await Correct(api, corrected, "correction", "five", "three");
        await Correct(api, corrected, "clarification");
        await Correct(api, corrected, "editorsNote");
        await Correct(api, await site.Make.Published(new { headline = "Retracted" }), "retraction");

        (await api.Delete($"/stories/{(await site.Make.Published(new { headline = "Withdrawn" })).Id}/publication", new { reason = "It named somebody who has to be protected." })).Is(HttpStatusCode.OK);
        var withheld = await site.Make.Published(new { headline = "Withheld" });
        (await api.Put($"/stories/{withheld.Id}/versions/1/withholding", new { ground = "court", reason = "A court in Osmere has forbidden this story." })).Is(HttpStatusCode.OK);
        await Break(site, await site.Make.Published(new { headline = "Broken" }));

        var everything = await site.Make.Published(new { headline = "Everything at once", authors = new[] { People.Mira, "Tobin Ashgrove" }, leadImage = pictures.Wide, bodyMarkdown = Bodies.Everything(pictures) });
        site.Clock.Advance(TimeSpan.FromHours(1));
        (await api.Patch($"/stories/{everything.Id}", new { standfirst = "Engineers measured the Zell dam for three days." })).Is(HttpStatusCode.OK);
        (await api.Post($"/stories/{everything.Id}/publication", new { note = "Adds a day." })).Is(HttpStatusCode.OK);
        await Introduce(api, pictures);
        (await api.Put("/front", new { stories = new[] { everything.Id, corrected.Id } })).Is(HttpStatusCode.OK);
        return site;
    }

    private static async Task SetUpPages(ApiClient api)
    {
        (await api.Post("/pages", new { title = "House rules", slug = "house-rules", bodyMarkdown = "Be kind.\n\n## At the table\n\n* Listen.\n* Then speak." })).Is(HttpStatusCode.Created);
        var terms = (await api.Get("/pages")).Json.GetProperty("items").EnumerateArray().Single(p => p.GetProperty("slug").GetString() == "terms");
        (await api.Patch($"/pages/{terms.GetProperty("id").GetString()}", new { bodyMarkdown = "Read, and be *read*." })).Is(HttpStatusCode.OK);
    }

    private static async Task Correct(ApiClient api, Answer story, string kind, string? wrong = null, string? right = null) =>
        (await api.Post($"/stories/{story.Id}/corrections", new { kind, text = "An earlier version was mistaken in this.", wrong, right })).Is(HttpStatusCode.Created);

    private static async Task Introduce(ApiClient api, Pictures pictures)
    {
        var mira = (await api.Get("/authors?limit=100")).Json.GetProperty("items").EnumerateArray().Single(a => a.GetProperty("name").GetString() == People.Mira);
        (await api.Patch($"/authors/{mira.GetProperty("id").GetString()}", new { biography = "Mira Solvane writes about water.", picture = pictures.Square })).Is(HttpStatusCode.OK);
    }

    // Bytes that no program wrote: what a page of an error is for.
    private static async Task Break(TestSite site, Answer story)
    {
        await using var db = site.Open();
        Assert.True(await db.Set<Revision>().Where(r => r.StoryId == story.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Body, new JsonObject { ["type"] = "broken" }.ToJsonString())) > 0);
    }
}
