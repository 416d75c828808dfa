namespace Broadsheet.Outlets.Pages;

/// <summary>Paths of the site, percent-encoded as RFC 3986 wants them.</summary>
public static class StoryAddress
{
    public static string Of(string section, string slug) => $"/{Uri.EscapeDataString(section)}/{Uri.EscapeDataString(slug)}";

    public static string History(string section, string slug) => Of(section, slug) + "/history";

    public static string Section(string slug) => "/" + Uri.EscapeDataString(slug);

    public static string Topic(string slug) => "/topics/" + Uri.EscapeDataString(slug);

    public static string Author(string slug) => "/authors/" + Uri.EscapeDataString(slug);
}
