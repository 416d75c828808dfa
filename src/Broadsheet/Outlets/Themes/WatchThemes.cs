using Broadsheet.Platform.Cache;

namespace Broadsheet.Outlets.Themes;

/// <summary>Watches the newsroom's own themes while the server runs: what is saved is what the next reader sees.</summary>
public sealed class WatchThemes(ThemeCatalog themes, PageCache pages, TimeProvider time, ILogger<ThemeWatch> log) : IHostedService, IDisposable
{
    private readonly List<ThemeWatch> _watches = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var name in themes.Own)
        {
            try
            {
                var watch = new ThemeWatch(themes, name, time, log);
                watch.Reloaded += (_, _) => pages.AllStale();
                _watches.Add(watch);
            }
            catch (IOException e)
            {
                // Systems allow only so many watches; readers can do without.
                log.LogWarning("Theme {Theme} is not watched: {Why}", name, e.Message);
            }
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _watches.ForEach(watch => watch.Dispose());
}
