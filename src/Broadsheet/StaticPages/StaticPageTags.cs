namespace Broadsheet.StaticPages;

/// <summary>What ties finished pages to a static page.</summary>
public static class StaticPageTags
{
    public static string Page(Guid id) => $"page:{id:N}";
}
