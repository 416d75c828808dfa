namespace Broadsheet.StaticPages;

/// <summary>What ties finished pages to a static page.</summary>
public static class StaticPageTags
{
    /// <summary>Which pages there are.</summary>
    public const string All = "pages";

    public static string Page(Guid id) => $"page:{id:N}";
}
