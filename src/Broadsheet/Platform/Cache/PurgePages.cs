using Broadsheet.Platform.Changes;
using Broadsheet.Platform.Configuration;
using Broadsheet.Platform.Jobs;

namespace Broadsheet.Platform.Cache;

/// <summary>What a commit changed of what a CDN may hold.</summary>
public sealed record PagesChanged(long Number, ChangeKind Kind, string Tags);

/// <summary>
/// Tells the CDN or Varnish ahead which pages have changed: a POST to <c>Purge:Url</c> with their keys in the header <c>Surrogate-Key</c>, and with number, kind, keys and tags as JSON. Not before every node
/// has the change, or the CDN would fetch the old page once more.
/// </summary>
public sealed class PurgePages(Settings settings, ChangeFeed feed) : IHandle<PagesChanged>
{
    private const int MostKeys = 200;
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(10) };

    /// <exception cref="HttpRequestException">The CDN can't be reached or refuses; the outbox tries again.</exception>
    public async Task Handle(PagesChanged message, CancellationToken cancellation)
    {
        if (settings.PurgeUrl is not { } address)
        {
            return;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(ChangeFeed.NodeLease + TimeSpan.FromSeconds(5));
        await feed.Everywhere(message.Number, patience.Token);
        foreach (var tags in message.Tags.Split(' ').Chunk(MostKeys))
        {
            var keys = tags.Select(FinishedPage.SurrogateKeyOf).ToList();
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(new { number = message.Number, kind = message.Kind is ChangeKind.Revoke ? "revoke" : "refresh", keys, tags }) };
            request.Headers.TryAddWithoutValidation("Surrogate-Key", string.Join(' ', keys));
            using var answer = await Http.SendAsync(request, cancellation);
            answer.EnsureSuccessStatusCode();
        }
    }
}
