using System.Buffers;
using System.Globalization;

namespace Broadsheet.Platform.Text;

/// <summary>
/// Writes HTML that is escaped and balanced whatever it is given: names are of closed sets, text and values are always escaped, and nothing takes markup but <see cref="Markup"/>.
/// </summary>
public sealed class HtmlWriter(HtmlSyntax syntax = HtmlSyntax.Html) : IDisposable
{
    private const int FirstBuffer = 16 * 1024;

    private static readonly SearchValues<char> Escaped = SearchValues.Create("<>&\"");

    private readonly Stack<HtmlTag> _open = new();
    private char[] _buffer = ArrayPool<char>.Shared.Rent(FirstBuffer);
    private int _length;
    private HtmlTag? _started;

    /// <summary>Begins an element; attributes may follow. A void element (img, br) ends by itself.</summary>
    public HtmlWriter Open(HtmlTag tag)
    {
        EndStartTag();
        Copy("<");
        Copy(tag.Name);
        _started = tag;
        if (!tag.IsVoid)
        {
            _open.Push(tag);
        }

        return this;
    }

    /// <summary>Ends the innermost open element.</summary>
    public HtmlWriter Close()
    {
        EndStartTag();
        Copy("</");
        Copy(_open.Pop().Name);
        Copy(">");
        return this;
    }

    public HtmlWriter Attribute(HtmlAttribute name, ReadOnlySpan<char> value)
    {
        Begin(name);
        Copy("=\"");
        Escape(value);
        Copy("\"");
        return this;
    }

    public HtmlWriter Attribute(HtmlAttribute name, int value)
    {
        Span<char> digits = stackalloc char[11];
        value.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        return Attribute(name, digits[..length]);
    }

    /// <summary>An attribute that says all by being there.</summary>
    public HtmlWriter Attribute(HtmlAttribute name)
    {
        Begin(name);
        Copy(syntax is HtmlSyntax.Xml ? "=\"\"" : "");
        return this;
    }

    public HtmlWriter Text(ReadOnlySpan<char> text)
    {
        EndStartTag();
        Escape(text);
        return this;
    }

    public HtmlWriter Insert(Markup markup)
    {
        EndStartTag();
        Copy(markup.ToString());
        return this;
    }

    /// <summary>What was written; every element must be closed.</summary>
    public Markup ToMarkup()
    {
        EndStartTag();
        return _open.TryPeek(out var tag)
            ? throw new InvalidOperationException($"The element {tag} is still open.")
            : new Markup(this);
    }

    public override string ToString() => new(_buffer, 0, _length);

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_buffer);
        (_buffer, _length) = ([], 0);
    }

    private void Begin(HtmlAttribute name)
    {
        if (_started is null)
        {
            throw new InvalidOperationException($"The attribute {name} belongs to no start tag.");
        }

        Copy(" ");
        Copy(name.Name);
    }

    private void EndStartTag()
    {
        if (_started is not null)
        {
            Copy(_started.IsVoid && syntax is HtmlSyntax.Xml ? "/>" : ">");
            _started = null;
        }
    }

    private void Escape(ReadOnlySpan<char> text)
    {
        text = XmlCharacters.Clean(text);
        for (var at = text.IndexOfAny(Escaped); at >= 0; at = text.IndexOfAny(Escaped))
        {
            Copy(text[..at]);
            Copy(Entity(text[at]));
            text = text[(at + 1)..];
        }

        Copy(text);
    }

    private static string Entity(char character) => character switch
    {
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        _ => "&quot;",
    };

    private void Copy(ReadOnlySpan<char> text)
    {
        if (text.Length > _buffer.Length - _length)
        {
            Grow(text.Length);
        }

        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
    }

    private void Grow(int by)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_length + by, _buffer.Length * 2));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
