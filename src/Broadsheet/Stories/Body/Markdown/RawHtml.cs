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

        var name = tag[..Math.Min(tag.Length, 40)].TrimStart("</").ToString();
        return $"raw HTML <{string.Concat(name.TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '-' or ':'))}>";
    }
}
