namespace Broadsheet.Outlets.Themes;

/// <summary>Reads a theme again when one of its files is saved, for those who work on it. A theme that breaks is reported, and the last good one stays.</summary>
public sealed class ThemeWatch : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(120);

    private readonly ThemeCatalog _themes;
    private readonly string _name;
    private readonly ILogger _log;
    private readonly ITimer _timer;
    private readonly FileSystemWatcher _watcher;

    /// <summary>Begins to watch.</summary>
    /// <exception cref="ThemeException">There is no such theme.</exception>
    public ThemeWatch(ThemeCatalog themes, string name, TimeProvider time, ILogger<ThemeWatch> log)
    {
        (_themes, _name, _log) = (themes, name, log);
        _timer = time.CreateTimer(_ => Reload(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _watcher = new FileSystemWatcher(themes.FolderOf(name) ?? throw new ThemeException(new ThemeProblem(name, 0, "There is no such theme."))) { IncludeSubdirectories = true };
        _watcher.Changed += (_, _) => Wait();
        _watcher.Created += (_, _) => Wait();
        _watcher.Deleted += (_, _) => Wait();
        _watcher.Renamed += (_, _) => Wait();
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>Raised when the theme has been read again: pages made with the old one are out of date.</summary>
    public event EventHandler? Reloaded;

    public void Dispose()
    {
        _watcher.Dispose();
        _timer.Dispose();
    }

    /// <summary>Editors save in several steps: the last one counts.</summary>
    private void Wait() => _timer.Change(Quiet, Timeout.InfiniteTimeSpan);

    private void Reload()
    {
        try
        {
            _themes.Reload(_name);
            _log.LogInformation("Theme {Theme} read again", _name);
            Reloaded?.Invoke(this, EventArgs.Empty);
        }
        catch (Exception e) when (e is ThemeException or IOException)
        {
            _log.LogWarning("Theme {Theme} can't be used as it is now: {Problems}", _name, e.Message);
        }
    }
}
