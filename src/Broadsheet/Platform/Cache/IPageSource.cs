namespace Broadsheet.Platform.Cache;

/// <summary>Makes the page of a key, from the database. The cache knows nothing of what pages show; this is how it makes them again without a request.</summary>
public interface IPageSource
{
    /// <param name="services">A scope of its own.</param>
    Task<RenderedPage> Render(PageKey key, IServiceProvider services, CancellationToken cancellation);
}
