using System.Text;

namespace Broadsheet.Outlets.Bodies;

/// <summary>Lines of plain text, a blank one between two blocks, each with what the blocks round it put ahead (<c>&gt; </c>, <c>- </c>).</summary>
internal sealed class TextLines
{
    private readonly StringBuilder _text = new();
    private string _prefix = "";
    private string? _lead;
    private bool _gapIsDue;
    private bool _isTight;

    /// <summary>A block of one or more lines.</summary>
    public void Write(string lines)
    {
        WriteGap();
        foreach (var line in lines.Split('\n'))
        {
            WriteLine((_lead ?? _prefix) + line);
            _lead = null;
        }

        _gapIsDue = true;
    }

    /// <summary>What <paramref name="write"/> writes, with a prefix on its first line and one on all others.</summary>
    public void Within(string first, string others, Action write)
    {
        WriteGap();
        var (prefix, lead) = (_prefix, _lead);
        (_prefix, _lead) = (prefix + others, (lead ?? prefix) + first);
        write();
        (_prefix, _lead) = (prefix, _lead is null ? null : lead);
    }

    /// <summary>What <paramref name="write"/> writes, without blank lines in it.</summary>
    public void Tightly(Action write)
    {
        WriteGap();
        var wasTight = _isTight;
        _isTight = true;
        write();
        _isTight = wasTight;
    }

    public override string ToString() => _text.ToString().TrimEnd('\n');

    private void WriteGap()
    {
        if (_gapIsDue && !_isTight)
        {
            WriteLine(_prefix);
        }

        _gapIsDue = false;
    }

    private void WriteLine(string line) => _text.Append(line.AsSpan().TrimEnd(' ')).Append('\n');
}
