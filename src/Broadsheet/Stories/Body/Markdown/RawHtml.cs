namespace Broadsheet.Stories.Body.Markdown;

/// <summary>Names HTML that stands in Markdown and isn't kept.</summary>
internal static class RawHtml
{
    /// <summary><c>raw HTML &lt;div&gt;</c> for what begins with <c>&lt;div class="x"&gt;</c>.</summary>
    public static string NameOf(string html)
    {
        var tag = html.AsSpan().TrimStart();
        if (tag.StartsWith("<!--"))
        {
            return "HTML comment";
        }

        var name = tag[..Math.Min(tag.Length, 40)].TrimStart("</");
        var end = name.IndexOfAnyExceptInRange('-', 'z');
        return $"raw HTML <{name[..(end < 0 ? name.Length : end)].TrimEnd('/')}>";
    }
}
