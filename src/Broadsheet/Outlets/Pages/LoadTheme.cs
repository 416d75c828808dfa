using Broadsheet.Outlets.Themes;
using Broadsheet.Platform.Configuration;

namespace Broadsheet.Outlets.Pages;

/// <summary>Loads the theme beside all else that a start does, so that the first reader needn't wait for it.</summary>
public sealed class LoadTheme(ThemeCatalog catalog, Settings settings, ILogger<LoadTheme> log) : BackgroundService
{
    // Which theme the paper chose the database will say; it is rarely another than the built-in one.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(Load, stoppingToken);

    private void Load()
    {
        try
        {
            catalog.Find(settings.Theme ?? ThemeChoice.BuiltIn);
        }
        catch (ThemeException e)
        {
            log.LogError("The theme can't be used: {Why}", e.Message);
        }
    }
}
