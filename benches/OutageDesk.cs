using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Broadsheet.Bench;

/// <summary>Publishes, edits and withdraws over the API of whichever node answers. What is not answered with success is asked again until it is, so that at any time it is known what may be so.</summary>
internal sealed class OutageDesk(IReadOnlyList<OutageNode> nodes, string token, Func<TimeSpan> now) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly string[] Authors = ["Mira Solvane"];

    private readonly List<HttpClient> _clients =
    [
        .. nodes.Select(node => new HttpClient { BaseAddress = new Uri(node.Address, "/api/v1/"), Timeout = TimeSpan.FromSeconds(30), DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } }),
    ];

    /// <summary>How often something was changed.</summary>
    public int Done { get; private set; }

    /// <summary>How often that was answered with the remark that not every node has it yet.</summary>
    public int Pending { get; private set; }

    public async Task Make(OutageStory story, CancellationToken cancellation)
    {
        await Ask(HttpMethod.Post, "sections", new { name = $"Section {story.Number}", slug = story.Section[1..] }, cancellation);
        using var made = await Ask(HttpMethod.Post, "stories", new { headline = "Not yet", slug = $"story-{story.Number}", section = story.Section[1..], access = story.Access, authors = Authors, bodyMarkdown = "Not yet." }, cancellation);
        story.Id = Guid.Parse((await made.Content.ReadFromJsonAsync<JsonNode>(cancellation))!["id"]!.GetValue<string>());
        await Publish(story, cancellation);
    }

    /// <summary>Works on one story after the other until it is told to stop; what was begun is brought to its end.</summary>
    public async Task Work(IReadOnlyList<OutageStory> stories, Random random, Func<bool> goesOn, CancellationToken cancellation)
    {
        while (goesOn())
        {
            var story = stories[random.Next(stories.Count)];
            if (story.IsPublished && random.Next(3) == 0)
            {
                await Withdraw(story, cancellation);
            }
            else
            {
                await Publish(story, cancellation);
            }

            await Task.Delay(Pause, cancellation);
        }
    }

    public void Dispose() => _clients.ForEach(client => client.Dispose());

    private async Task Publish(OutageStory story, CancellationToken cancellation)
    {
        story.Begin(now(), isPublication: true);
        object body = new
        {
            type = "doc",
            content = new object[] { Paragraph($"{story.Headline} for everybody."), new { type = "gate" }, Paragraph($"Secret of {story.Headline}.") },
        };
        (await Ask(HttpMethod.Patch, $"stories/{story.Id}", new { headline = story.Headline, slug = $"story-{story.Number}", body }, cancellation)).Dispose();
        (await Ask(HttpMethod.Post, $"stories/{story.Id}/publication", new { }, cancellation)).Dispose();
        story.End(now());
        Done++;
    }

    private async Task Withdraw(OutageStory story, CancellationToken cancellation)
    {
        story.Begin(now(), isPublication: false);
        using var answer = await Ask(HttpMethod.Delete, $"stories/{story.Id}/publication", new { reason = "It was only an exercise." }, cancellation);
        // That it was withdrawn by an attempt whose answer was lost says nothing of the other nodes; they follow as they do with any change.
        story.End(now() + (answer.StatusCode is HttpStatusCode.Conflict ? OutageStory.Fresh : TimeSpan.Zero));
        Done++;
    }

    private static object Paragraph(string text) => new { type = "paragraph", content = new object[] { new { type = "text", text } } };

    private async Task<HttpResponseMessage> Ask(HttpMethod method, string path, object body, CancellationToken cancellation)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
                request.Headers.TryAddWithoutValidation("If-Match", "*");
                var answer = await _clients[tries % _clients.Count].SendAsync(request, cancellation);
                if (answer.IsSuccessStatusCode || answer.StatusCode is HttpStatusCode.Conflict)
                {
                    Pending += answer.Headers.Contains("Broadsheet-Pending") ? 1 : 0;
                    return answer;
                }

                using (answer)
                {
                    if ((int)answer.StatusCode is < 500 and not 429)
                    {
                        throw new InvalidOperationException($"{method} {path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellation)}");
                    }
                }
            }
            catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
            {
                // The node was killed, or waits for a database that does not answer.
            }

            await Task.Delay(Pause, cancellation);
        }
    }
}
