using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Broadsheet.Bench;

/// <summary>One connection that reads known pages in one class, from one node, or from the other one while that is dead, as a proxy would.</summary>
internal sealed partial class OutageReader(IReadOnlyList<OutageNode> nodes, IReadOnlyList<OutageStory> stories, OutageCounts counts, OutageKnown known, OutageReader.Reader reader, Func<TimeSpan> now) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(2) }) { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>Reads page after page until it is told to stop.</summary>
    /// <param name="calm">Since when the database was well; null when it is not.</param>
    public async Task Read(Random random, OutageNode first, Func<bool> goesOn, Func<TimeSpan?> calm)
    {
        while (goesOn())
        {
            await Read(Pick(random), first, calm);
            await Task.Delay(Pause);
        }
    }

    /// <summary>Reads every page once.</summary>
    public async Task ReadAll(OutageNode node)
    {
        foreach (var (address, shown) in Pages())
        {
            await Read((address, shown), node, () => null);
        }
    }

    public void Dispose() => _http.Dispose();

    private IEnumerable<(string Address, OutageStory? Story)> Pages() =>
        [("/", null), ("/feed.xml", null), .. stories.Select(s => (s.Section, (OutageStory?)s)), .. stories.Select(s => (s.Address, (OutageStory?)s))];

    private (string Address, OutageStory? Story) Pick(Random random) => random.Next(10) switch
    {
        0 => ("/", null),
        1 => ("/feed.xml", null),
        2 => stories[random.Next(stories.Count)] is var story ? (story.Section, story) : default,
        _ => stories[random.Next(stories.Count)] is var story ? (story.Address, story) : default,
    };

    private async Task Read((string Address, OutageStory? Story) page, OutageNode first, Func<TimeSpan?> calm)
    {
        foreach (var node in nodes.OrderBy(n => n == first ? 0 : 1))
        {
            var begun = now();
            var wasCalm = Later(calm(), node.UpSince);
            var mustBeThere = Known();
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(node.Address, page.Address));
                if (reader.Cookie is { } cookie)
                {
                    request.Headers.TryAddWithoutValidation("Cookie", cookie());
                }

                using var answer = await _http.SendAsync(request);
                var text = await answer.Content.ReadAsStringAsync();
                Judge(page, node, answer.StatusCode, text, begun, wasCalm, mustBeThere && Known());
                return;
            }
            catch (HttpRequestException)
            {
                // Dead; the next one.
                counts.Rerouted();
            }
            catch (OperationCanceledException)
            {
                counts.Failed(mustBeThere && Known(), $"{page.Address} for {reader.Class} was not answered by node {node.Number} in time, at {now():mm\\:ss\\.ff}");
                return;
            }

            // Asked before and after: what is taken back in between need not be there. The page of a story that was withdrawn shows the newest others.
            bool Known() => known.Holds(node, page.Address, reader.Class, page.Story is { } one && (one.IsPublished || page.Address == one.Section) ? [one] : stories);
        }

        counts.Failed(isKnown: true, $"{page.Address} for {reader.Class}: no node answered");
    }

    private void Judge((string Address, OutageStory? Story) page, OutageNode node, HttpStatusCode status, string text, TimeSpan begun, TimeSpan? calm, bool mustBeThere)
    {
        if (status is not (HttpStatusCode.OK or HttpStatusCode.Gone))
        {
            counts.Failed(mustBeThere, $"{page.Address} for {reader.Class} was answered {(int)status} by node {node.Number} at {now():mm\\:ss\\.ff}, known since {known.Since(node, page.Address, reader.Class):mm\\:ss\\.ff}");
            return;
        }

        bool isNew;
        var ended = now();
        var what = $"{page.Address} for {reader.Class} from node {node.Number} at {ended:mm\\:ss\\.ff}";
        // Everybody's page stands in where nobody of the class has read it on this node (decision 0016).
        var isOwn = page.Address == "/feed.xml" || text.Contains($"data-audience=\"{reader.Class}\"", StringComparison.Ordinal);
        if (!isOwn && !text.Contains("data-audience=\"visitor\"", StringComparison.Ordinal))
        {
            counts.Count(Verdict.Wrong, $"{what}: another class's page");
        }

        if (status is HttpStatusCode.Gone)
        {
            counts.Count(page.Story!.Judge(null, begun, ended, calm), $"{what}: gone");
            isNew = page.Story!.IsNow(null);
        }
        else
        {
            isNew = JudgeEditions(page, text, begun, ended, calm, what);
        }

        // An older one may still be taken away.
        if (isNew && isOwn)
        {
            known.Note(node, page.Address, reader.Class, begun);
        }
    }

    private bool JudgeEditions((string Address, OutageStory? Story) page, string text, TimeSpan begun, TimeSpan ended, TimeSpan? calm, string what)
    {
        // Feeds go on naming what was withdrawn, without a word of it.
        var isFeed = page.Address == "/feed.xml";
        var shown = Shown().Matches(text).Where(m => !isFeed || m.Groups["secret"].Success || m.Groups["free"].Success).Select(m => (Story: Number(m, "story"), Edition: Number(m, "edition"), IsSecret: m.Groups["secret"].Success)).Distinct().ToList();
        foreach (var editions in shown.GroupBy(s => s.Story))
        {
            var story = stories[editions.Key];
            if (editions.Any(e => e.IsSecret && !reader.MayRead(story.Access)))
            {
                counts.Count(Verdict.Wrong, $"{what}: what is behind the gate of story {story.Number}");
            }

            if (editions.Select(e => e.Edition).Distinct().Count() > 1)
            {
                counts.Count(Verdict.Wrong, $"{what}: half of one edition of story {story.Number} and half of another");
            }

            counts.Count(story.Judge(editions.First().Edition, begun, ended, calm), $"{what}: story {story.Number} edition {editions.First().Edition}");
        }

        if (page.Story is { } own && page.Address == own.Address && shown.Count == 0)
        {
            counts.Count(Verdict.Wrong, $"{what}: no story");
        }

        return shown.TrueForAll(s => stories[s.Story].IsNow(s.Edition));
    }

    private static TimeSpan? Later(TimeSpan? one, TimeSpan? other) => one is { } a && other is { } b ? (a > b ? a : b) : null;

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<secret>Secret of )?Story (?<story>\d+) edition (?<edition>\d+)(?<free> for everybody)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shown();

    /// <summary>A class of reader, as pages name it, and what it may read.</summary>
    public sealed record Reader(string Class, Func<string>? Cookie, Func<string, bool> MayRead);
}
