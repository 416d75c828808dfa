namespace Broadsheet.Platform.Web;

/// <summary>What one address may ask for: of the API 100 requests a second, of search 20, each with a burst of five times that.</summary>
public sealed class RateLimits : IDisposable
{
    public RateLimit Api { get; init; } = new(100, 500);

    public RateLimit Search { get; init; } = new(20, 100);

    public void Dispose()
    {
        Api.Dispose();
        Search.Dispose();
    }
}
