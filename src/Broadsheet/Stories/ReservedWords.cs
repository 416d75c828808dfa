using System.Collections.Frozen;

namespace Broadsheet.Stories;

/// <summary>First parts of addresses that mean something else, so that no section may take them.</summary>
public static class ReservedWords
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "about", "account", "ads", "ads.txt", "api", "appeals", "assets", "author", "authors", "claims", "comments", "community", "corrections", "editions", "embed",
        "favicon", "feed", "feeds", "front", "gift", "gifts", "healthz", "help", "history", "images", "join", "lite", "login", "logout", "mail", "media", "members", "metrics",
        "newsletter", "newsletters", "newsroom", "openapi", "page", "pages", "preferences", "preview", "privacy", "questions", "readyz", "robots", "rss", "schemas", "search", "section", "sections",
        "sign-in", "sign-out", "sign-up", "sitemap", "sources", "statements", "static", "stories", "subscribe", "terms", "themes", "topic", "topics", "unsubscribe", "webhooks", "websub", "well-known",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string slug) => Words.Contains(slug);
}
