namespace Broadsheet.Platform.Cache;

/// <summary>How much the site does for each reader; staff step it down by hand when the load is more than the machines bear.</summary>
public sealed class LoadLadder
{
    private volatile int _level;

    public LoadLevel Level
    {
        get => (LoadLevel)_level;
        set => _level = (int)value;
    }
}

/// <summary>The steps, each with what those before it leave out.</summary>
public enum LoadLevel
{
    /// <summary>Everything.</summary>
    Normal,

    /// <summary>New renderings come without related stories and appeals.</summary>
    NoExtras,

    /// <summary>Every page is answered with its lite twin.</summary>
    Lite,

    /// <summary>Nothing is rendered any more; what was made before is all there is.</summary>
    Disk,
}
