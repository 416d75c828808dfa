using System.Globalization;
using System.Net;
using Broadsheet.Readers;
using Broadsheet.Tests.Support;
using Xunit;

namespace Broadsheet.Tests.Platform.Cache;

/// <summary>Readers of three classes who come, sign in and out, and read through a proxy while stories are published, edited and withdrawn; and what each of them must get.</summary>
internal sealed class ProxyWalk(TestSite[] nodes, FrontServer front, int seed)
{
    private static readonly Audience[] Classes = [Audience.Visitor, Audience.Reader, Audience.Member("friend", 10)];
    private static readonly string[] Levels = ["public", "readers", "members"];

    private readonly Random _random = new(seed);
    private readonly List<string> _trail = [];
    private readonly HttpClient _http = front.Reader();
    private readonly Audience[] _browsers = new Audience[4];
    private readonly List<Told> _stories = [];
    private ApiClient[] _desks = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A story, and the editions of which readers may see one; null is that it was withdrawn.</summary>
    private sealed record Told(Guid Id, int Number, int Level)
    {
        public int Edition { get; set; } = 1;

        public bool IsPublished { get; set; } = true;

        public string Address => string.Create(CultureInfo.InvariantCulture, $"/aldor/story-{Number}");
    }

    public async Task Begin()
    {
        _desks = await Task.WhenAll(nodes.Select(node => node.Api()));
        for (var number = 0; number < 2 * Levels.Length; number++)
        {
            var story = await nodes[0].Make.Published(new { headline = Headline(number, 1), slug = $"story-{number}", access = Levels[number % Levels.Length], body = Body(number, 1) });
            _stories.Add(new Told(story.Id, number, number % Levels.Length));
        }

        await Purge();
    }

    /// <summary>Goes so many steps.</summary>
    /// <param name="changes">How often in a hundred the desk does something.</param>
    public async Task Go(int steps, int changes)
    {
        for (var i = 0; i < steps; i++)
        {
            var browser = _random.Next(_browsers.Length);
            switch (_random.Next(100))
            {
                case var dice when dice < changes:
                    await Change(_stories[_random.Next(_stories.Count)]);
                    break;
                case < 40:
                    _browsers[browser] = Classes[_random.Next(Classes.Length)];
                    _trail.Add($"browser {browser} is {_browsers[browser].Class} now");
                    break;
                case < 55:
                    await ReadList(browser, _random.Next(2) == 0 ? "/" : "/aldor");
                    break;
                default:
                    await Read(browser, _stories[_random.Next(_stories.Count)]);
                    break;
            }
        }
    }

    /// <summary>Does something that readers see, and waits until the proxy was told.</summary>
    private async Task Change(Told story)
    {
        var desk = _desks[_random.Next(_desks.Length)];
        if (story.IsPublished && _random.Next(2) == 0)
        {
            (await desk.Delete($"/stories/{story.Id}/publication", new { reason = "It was only an exercise." })).Is(HttpStatusCode.OK);
            story.IsPublished = false;
            _trail.Add($"story {story.Number} is withdrawn");
        }
        else
        {
            story.Edition++;
            (await desk.Patch($"/stories/{story.Id}", new { headline = Headline(story.Number, story.Edition), slug = $"story-{story.Number}", body = Body(story.Number, story.Edition) })).Is(HttpStatusCode.OK);
            (await desk.Post($"/stories/{story.Id}/publication")).Is(HttpStatusCode.OK);
            story.IsPublished = true;
            _trail.Add($"story {story.Number} is published in edition {story.Edition}");
        }

        await Purge();
    }

    /// <summary>What waits in the outbox is handed on: with a purge address, the proxy knows then.</summary>
    private Task Purge() => nodes[_random.Next(nodes.Length)].Tick("hand-on-outbox");

    private async Task Read(int browser, Told story)
    {
        var (status, page) = await Get(browser, story.Address);
        if (!story.IsPublished)
        {
            Holds(status is HttpStatusCode.Gone && !page.Contains(Secret(story.Number, story.Edition), StringComparison.Ordinal), $"{story.Address} is withdrawn, and was answered {(int)status}");
            return;
        }

        Holds(status is HttpStatusCode.OK && page.Contains(Headline(story.Number, story.Edition), StringComparison.Ordinal), $"{story.Address} is not edition {story.Edition}, answered {(int)status}");
        Holds(page.Contains(Secret(story.Number, story.Edition), StringComparison.Ordinal) == MayRead(_browsers[browser], story), $"{story.Address} for {_browsers[browser].Class}: what is behind the gate");
    }

    private async Task ReadList(int browser, string address)
    {
        var (status, page) = await Get(browser, address);
        Holds(status is HttpStatusCode.OK, $"{address} was answered {(int)status}");
        foreach (var story in _stories)
        {
            Holds(page.Contains(Headline(story.Number, story.Edition), StringComparison.Ordinal) == story.IsPublished, $"{address} and story {story.Number} edition {story.Edition}");
        }
    }

    /// <summary>Reads until a proxy that nobody tells has the story as it is, and goes on to see that it stays so.</summary>
    public async Task WithdrawAndSeeItGoForGood()
    {
        var story = _stories[0];
        for (var browser = 0; browser < _browsers.Length; browser++)
        {
            _browsers[browser] = Classes[browser % Classes.Length];
            await Get(browser, story.Address);
        }

        (await _desks[0].Delete($"/stories/{story.Id}/publication", new { reason = "It was only an exercise." })).Is(HttpStatusCode.OK);
        _trail.Add("story 0 is withdrawn");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        using var asking = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var begun = System.Diagnostics.Stopwatch.GetTimestamp();
        while ((await Get(0, story.Address)).Status is not HttpStatusCode.Gone)
        {
            await asking.WaitForNextTickAsync(patience.Token);
        }

        Holds(System.Diagnostics.Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(20), "the withdrawn story was shown for too long");
        for (var i = 0; i < 100; i++)
        {
            Holds((await Get(i % _browsers.Length, story.Address)).Status is HttpStatusCode.Gone, "the withdrawn story came back");
        }
    }

    /// <summary>Reads what never changes in every order of classes.</summary>
    public async Task ReadOnly(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            var browser = _random.Next(_browsers.Length);
            if (_random.Next(3) == 0)
            {
                _browsers[browser] = Classes[_random.Next(Classes.Length)];
            }

            await Read(browser, _stories[_random.Next(_stories.Count)]);
        }
    }

    private async Task<(HttpStatusCode Status, string Page)> Get(int browser, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = "courier.example";
        if (_browsers[browser] != Audience.Visitor)
        {
            request.Headers.Add("Cookie", nodes[0].CookieOf(_browsers[browser]));
        }

        using var answer = await _http.SendAsync(request, Cancellation);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        var audience = _browsers[browser] == Classes[0] ? "visitor" : _browsers[browser] == Classes[1] ? "reader" : "member";
        _trail.Add($"browser {browser} ({audience}) reads {address}: {(int)answer.StatusCode}");
        Holds(page.Contains($"data-audience=\"{audience}\"", StringComparison.Ordinal), $"{address} is another class's page");
        Holds(audience == "visitor" || answer.Headers.CacheControl is { Public: false, Private: true }, $"{address} for {audience} may be kept: {answer.Headers.CacheControl}");
        return (answer.StatusCode, page);
    }

    private void Holds(bool condition, string what) => Assert.True(condition, $"Seed {seed}: {what}.\n{string.Join('\n', _trail.TakeLast(30))}");

    private static bool MayRead(Audience audience, Told story) => Array.IndexOf(Classes, audience) >= story.Level;

    private static string Headline(int number, int edition) => string.Create(CultureInfo.InvariantCulture, $"Story {number} edition {edition}.");

    private static string Secret(int number, int edition) => string.Create(CultureInfo.InvariantCulture, $"Secret {number} of edition {edition}.");

    private static System.Text.Json.Nodes.JsonObject Body(int number, int edition) => Make.GatedBody("Free to read.", Secret(number, edition));
}
