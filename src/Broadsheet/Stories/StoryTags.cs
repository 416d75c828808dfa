using System.Globalization;

namespace Broadsheet.Stories;

/// <summary>What ties finished pages to the stories they show. A tag stands for one thing that changes as one.</summary>
public static class StoryTags
{
    /// <summary>The front page: what editors placed, and the newest.</summary>
    public const string Front = "front";

    /// <summary>The list of all corrections.</summary>
    public const string Corrections = "corrections";

    /// <summary>Which files the sitemap has, and when each last changed.</summary>
    public const string Sitemap = "sitemap";

    /// <summary>A story itself, wherever more than its address is shown.</summary>
    public static string Story(Guid id) => $"story:{id:N}";

    /// <summary>Which stories stand in a section, and in which order.</summary>
    public static string Section(Guid id) => $"section:{id:N}";

    /// <summary>A topic itself: its name, its description.</summary>
    public static string Topic(Guid id) => $"topic:{id:N}";

    /// <summary>Which stories are about a topic.</summary>
    public static string About(Guid topic) => $"about:{topic:N}";

    /// <summary>An author: name, biography, picture.</summary>
    public static string Author(Guid id) => $"author:{id:N}";

    /// <summary>Which stories an author signs.</summary>
    public static string SignedBy(Guid author) => $"by:{author:N}";

    /// <summary>The addresses of all stories first published in the month of a moment (UTC).</summary>
    public static string SitemapOf(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"sitemap:{at.UtcDateTime:yyyy-MM}");

    /// <summary>In which languages a story can be read.</summary>
    public static string Languages(Guid original) => $"languages:{original:N}";
}
