using System.Text.RegularExpressions;

namespace Broadsheet.Outlets.Themes.Templates;

/// <summary>Cuts a template into its tags and refuses what could write unescaped text.</summary>
internal sealed partial class TemplateLexer(string file, string source)
{
    public IEnumerable<TemplateTag> Tags()
    {
        var at = 0;
        while ((at = source.IndexOf("{{", at, StringComparison.Ordinal)) >= 0)
        {
            var line = LineOf(at);
            RefuseUnescaped(at, line);
            var (text, end) = source.AsSpan(at).StartsWith("{{!--") || source.AsSpan(at).StartsWith("{{~!--")
                ? (null, EndOf(at, "--}}", line))
                : Inside(at, line);
            if (text is not null && !text.StartsWith('!'))
            {
                yield return Tag(text, line);
            }

            at = end;
        }
    }

    private (string Text, int End) Inside(int at, int line)
    {
        var end = EndOf(at, "}}", line);
        return (source[(at + 2)..(end - 2)].Trim('~').Trim(), end);
    }

    private TemplateTag Tag(string text, int line)
    {
        var mark = text switch
        {
            ['#', '>', ..] => "#>",
            ['#', '*', ..] => throw Broken(line, "Inline partials aren't part of the theme language: make it a file in partials."),
            ['#' or '/' or '>', ..] => text[..1],
            ['^', ..] => throw Broken(line, "Write {{else}} instead of {{^}}."),
            _ => "",
        };
        var words = Word().Matches(text[mark.Length..]).Select(m => m.Value).ToList();
        if (words.Count is 0)
        {
            throw Broken(line, "An empty tag.");
        }

        return mark is "" && words[0] is "else" ? new(line, "else", words[1..]) : new(line, mark, words);
    }

    private void RefuseUnescaped(int at, int line)
    {
        var inside = source.AsSpan(at + 2).TrimStart('~');
        if (inside.StartsWith("{") || inside.StartsWith("&"))
        {
            throw Broken(line, "A template can't write unescaped text: use {{…}}. Finished markup, such as a story's body, is written as it is.");
        }
    }

    private int EndOf(int at, string close, int line)
    {
        var end = source.IndexOf(close, at, StringComparison.Ordinal);
        return end < 0 ? throw Broken(line, $"The tag is never closed with {close}.") : end + close.Length;
    }

    private int LineOf(int at) => source.AsSpan(0, at).Count('\n') + 1;

    private ThemeException Broken(int line, string message) => new(new ThemeProblem(file, line, message));

    [GeneratedRegex("""[\w-]+=(?:"[^"]*"|[^\s"]+)|"[^"]*"|'[^']*'|\([^)]*\)|[^\s]+""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
