using AngleSharp.Html.Parser.Tokens;

namespace Broadsheet.Stories.Body.Html;

/// <summary>Counts tags while HTML is parsed. What parsing and cleaning cost grows with the square of some numbers: those are bounded, far above what stories need.</summary>
internal sealed class HtmlBounds
{
    private const int OpenTags = 1_000;
    private const int Tags = 20_000;
    private const int Attributes = 200;

    // Their end may be left out, or they have none: many that stand open are no sign of depth.
    private static readonly HashSet<string> EndingByThemselves = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "option", "optgroup", "rt", "rp", "html", "head", "body",
        "br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr", "param",
    };

    private readonly Dictionary<string, int> _openByName = new(StringComparer.OrdinalIgnoreCase);
    private int _open;
    private int _tags;

    public void Count(HtmlToken token)
    {
        if (token is not HtmlTagToken tag)
        {
            return;
        }

        CountOpen(tag, tag.Name.ToString());
        if (tag.Type is AngleSharp.Html.Parser.HtmlTokenType.StartTag && (++_tags > Tags || tag.Attributes.Count > Attributes))
        {
            throw new HtmlBoundsException("The HTML has too many elements or attributes.");
        }
    }

    private void CountOpen(HtmlTagToken tag, string name)
    {
        if (EndingByThemselves.Contains(name))
        {
            return;
        }

        var open = _openByName.GetValueOrDefault(name);
        if (tag.Type is AngleSharp.Html.Parser.HtmlTokenType.StartTag)
        {
            _openByName[name] = open + 1;
            _open++;
        }
        else if (open > 0)
        {
            _openByName[name] = open - 1;
            _open--;
        }

        if (_open > OpenTags)
        {
            throw new HtmlBoundsException("The HTML is nested too deeply.");
        }
    }
}

/// <summary>HTML that is not read to its end, with the reason.</summary>
internal sealed class HtmlBoundsException(string sentence) : Exception(sentence);
