namespace Broadsheet.Outlets.Pages;

/// <summary>What ties a page to what it shows.</summary>
public static class PageTags
{
    public const string Front = "front";
    public const string Corrections = "corrections";
    public const string Frame = "frame";

    public static string Story(Guid id) => $"story:{id:N}";

    public static string Section(Guid id) => $"section:{id:N}";

    public static string Topic(Guid id) => $"topic:{id:N}";

    public static string Author(Guid id) => $"author:{id:N}";

    public static string Image(Guid id) => $"image:{id:N}";

    public static string Page(Guid id) => $"page:{id:N}";
}
