namespace Broadsheet.Outlets.Themes.Views;

/// <summary>
/// What a template is given: finished text and finished addresses, already cut to what this class of reader may read. A template can reach nothing else.
/// </summary>
public abstract record PageView
{
    /// <summary>Everything around the page: head, masthead, navigation, footer.</summary>
    public required PageFrame Frame { get; init; }
}
