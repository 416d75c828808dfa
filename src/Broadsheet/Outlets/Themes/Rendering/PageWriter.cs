using System.Buffers;
using System.Globalization;
using System.Text;

namespace Broadsheet.Outlets.Themes.Rendering;

/// <summary>Collects a page's characters in a rented array and gives its bytes.</summary>
internal sealed class PageWriter() : TextWriter(CultureInfo.InvariantCulture)
{
    private char[] _text = ArrayPool<char>.Shared.Rent(32 * 1024);
    private int _length;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        Make(1);
        _text[_length++] = value;
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Make(buffer.Length);
        buffer.CopyTo(_text.AsSpan(_length));
        _length += buffer.Length;
    }

    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(_text, 0, _length);

    public override string ToString() => new(_text, 0, _length);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            ArrayPool<char>.Shared.Return(_text);
            _text = [];
            _length = 0;
        }

        base.Dispose(disposing);
    }

    private void Make(int room)
    {
        if (_length + room <= _text.Length)
        {
            return;
        }

        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_text.Length * 2, _length + room));
        _text.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_text);
        _text = larger;
    }
}
