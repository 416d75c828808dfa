using Broadsheet.Stories.Body.Imports;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;

namespace Broadsheet.Stories.Body.Markdown;

/// <summary>The parser drops a footnote that no text refers to; here it is named.</summary>
internal static class Footnotes
{
    public static void NameUnused(string markdown, MarkdownDocument parsed, Losses losses)
    {
        if (!markdown.Contains("[^", StringComparison.Ordinal))
        {
            return;
        }

        var used = parsed.OfType<FootnoteGroup>().SelectMany(g => g.OfType<Footnote>()).Select(f => f.Label ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            var end = line.IndexOf("]:");
            if (line.StartsWith("[^") && end > 2 && !used.Contains(line[1..end].ToString()))
            {
                losses.Add($"footnote {line[..(end + 1)]}, which nothing refers to");
            }
        }
    }
}
