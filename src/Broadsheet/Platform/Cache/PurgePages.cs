using Broadsheet.Platform.Changes;
using Broadsheet.Platform.Configuration;
using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;
using Broadsheet.Platform.Time;

namespace Broadsheet.Platform.Cache;

/// <summary>What a commit changed of what a CDN may hold.</summary>
/// <param name="IsAgain">It was told once already.</param>
public sealed record PagesChanged(long Number, ChangeKind Kind, string Tags, bool IsAgain = false);

/// <summary>
/// Tells the CDN or Varnish ahead which pages have changed: a POST to <c>Purge:Url</c> with their keys in the header <c>Surrogate-Key</c>, and with number, kind, keys and tags as JSON. Not before every node
/// has the change, or the CDN would fetch the old page once more; and again some seconds later, for what was on its way there meanwhile.
/// </summary>
public sealed class PurgePages(Settings settings, ChangeFeed feed, HttpClient http, BroadsheetDb db, TimeProvider time) : IHandle<PagesChanged>
{
    private const int MostKeys = 200;
    private static readonly TimeSpan OnItsWay = TimeSpan.FromSeconds(5);

    /// <exception cref="HttpRequestException">The CDN can't be reached or refuses; the outbox tries again.</exception>
    public async Task Handle(PagesChanged message, CancellationToken cancellation)
    {
        if (settings.PurgeUrl is not { } address)
        {
            return;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(ChangeFeed.LongestTelling);
        await feed.Everywhere(message.Number, patience.Token);
        foreach (var tags in message.Tags.Split(' ').Chunk(MostKeys))
        {
            var keys = tags.Select(FinishedPage.SurrogateKeyOf).ToList();
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(new { number = message.Number, kind = message.Kind is ChangeKind.Revoke ? "revoke" : "refresh", keys, tags }) };
            request.Headers.TryAddWithoutValidation("Surrogate-Key", string.Join(' ', keys));
            using var answer = await http.SendAsync(request, cancellation);
            answer.EnsureSuccessStatusCode();
        }

        if (!message.IsAgain)
        {
            var again = OutboxMessage.Of(message with { IsAgain = true }, time.Now());
            again.DueAt += OnItsWay;
            db.Outbox.Add(again);
            await db.SaveChangesAsync(cancellation);
        }
    }
}
