using System.Collections.Frozen;
using Broadsheet.Outlets.Themes.Views;

namespace Broadsheet.Outlets.Themes;

/// <summary>The kinds of page a theme must have a template for, each in full and lite, and the view model each is given.</summary>
public static class PageKinds
{
    /// <summary>Template name to view model: <c>not-found</c> is <c>templates/not-found.hbs</c> and <c>templates/lite/not-found.hbs</c>.</summary>
    public static FrozenDictionary<string, Type> ByTemplate { get; } = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        ["front"] = typeof(FrontPage),
        ["section"] = typeof(SectionPage),
        ["story"] = typeof(StoryPage),
        ["history"] = typeof(HistoryPage),
        ["topic"] = typeof(TopicPage),
        ["author"] = typeof(AuthorPage),
        ["corrections"] = typeof(CorrectionsPage),
        ["search"] = typeof(SearchPage),
        ["static"] = typeof(StaticPage),
        ["gone"] = typeof(GonePage),
        ["not-found"] = typeof(NotFoundPage),
        ["error"] = typeof(ErrorPage),
        ["withheld"] = typeof(WithheldPage),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>View model to template name.</summary>
    public static FrozenDictionary<Type, string> ByView { get; } = ByTemplate.ToFrozenDictionary(k => k.Value, k => k.Key);

    /// <summary>All names of templates, full and lite.</summary>
    public static IEnumerable<(string Template, Type View)> All =>
        ByTemplate.SelectMany(k => new[] { (k.Key, k.Value), ("lite/" + k.Key, k.Value) });
}
